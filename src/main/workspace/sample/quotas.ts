import { season } from './seasons';

/** The quota of a rep for a month: the same for all at first, growing, and without regard to how hard the market is. */
export function quotaOf(month: string): number {
  return Math.round((395_000 * season(`${month}-01`)) / 1000) * 1000;
}
