import type { ReactNode } from 'react';

interface ScrollRegionProps {
  /** What scrolls in it, in words. */
  readonly label: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A region of a page that scrolls by itself, with the keyboard too. */
export function ScrollRegion({ label, className, children }: ScrollRegionProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={className} tabIndex={0} aria-label={label} style={{ overflow: 'auto' }}>
      {children}
    </section>
  );
}
