import { useEffect, useRef } from 'react';

/** Alt and the left arrow, or Escape where nothing is open that it would close, lead back. */
export function useWayBack(goBack: () => void): void {
  const goesBack = useRef(goBack);
  useEffect(() => {
    goesBack.current = goBack;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const alone = !event.ctrlKey && !event.metaKey && !event.shiftKey;
      const backwards = event.key === 'ArrowLeft' && event.altKey;
      const escapes = event.key === 'Escape' && !event.altKey && !somethingIsOpen();
      if (!alone || !(backwards || escapes)) return;
      event.preventDefault();
      goesBack.current();
    };
    // Before the event reaches what it may close.
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, []);
}

function somethingIsOpen(): boolean {
  return document.querySelector('[aria-expanded="true"], [role="dialog"]') !== null;
}
