/** What a key does in a review; `leave` goes back to where it was started from. */
export type ReviewStep = 'next' | 'previous' | 'first' | 'last' | 'leave';

const steps: Readonly<Record<string, ReviewStep>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  PageUp: 'previous',
  Home: 'first',
  End: 'last',
  Escape: 'leave',
};

/** What a pressed key does, which those of a hand-held presenter are too; null for others and with Ctrl, Alt or Cmd held. */
export function reviewStep(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>,
): ReviewStep | null {
  return event.ctrlKey || event.altKey || event.metaKey ? null : (steps[event.key] ?? null);
}

/** The page that a step leads to among so many; the ends are the ends. */
export function pageAfter(step: Exclude<ReviewStep, 'leave'>, page: number, count: number): number {
  switch (step) {
    case 'next':
      return Math.min(page + 1, count - 1);
    case 'previous':
      return Math.max(page - 1, 0);
    case 'first':
      return 0;
    case 'last':
      return Math.max(count - 1, 0);
  }
}
