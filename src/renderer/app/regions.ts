/** The parts of the window that F6 goes round, in their order on the screen. */
const regions = ['header', 'nav', 'main'];

/**
 * Moves the keyboard to the next part of the window, or to the one before. A grid keeps Tab to itself, as Excel does,
 * so there must be another way out of it. An open dialog keeps the keyboard.
 */
export function focusNextRegion(backwards: boolean): void {
  if (document.querySelector('[aria-modal="true"]') !== null) return;
  const here = regions.findIndex((region) => document.activeElement?.closest(region));
  const step = backwards ? regions.length - 1 : 1;
  const start = here < 0 && backwards ? 0 : here;
  for (let passed = 1; passed <= regions.length; passed += 1) {
    const stop = firstStop(regions[(start + passed * step) % regions.length] ?? 'main');
    if (stop === undefined) continue;
    stop.focus();
    return;
  }
}

function firstStop(region: string): HTMLElement | undefined {
  const candidates = document.querySelectorAll<HTMLElement>(
    `${region} :is(button, input, [tabindex]):not(:disabled)`,
  );
  return [...candidates].find((element) => element.tabIndex >= 0 && element.checkVisibility());
}
