import type { DateRange } from './calendar-date';
import { rangeBefore, rangeYearBefore } from './period';

/** With which earlier period figures are compared. */
export const comparisons = ['previous', 'lastYear', 'none'] as const;
export type Comparison = (typeof comparisons)[number];

/** The earlier period of a comparison; null where nothing is to be compared. */
export function comparedRange(comparison: Comparison, { from, to }: DateRange): DateRange | null {
  switch (comparison) {
    case 'previous':
      return rangeBefore({ from, to });
    case 'lastYear':
      return rangeYearBefore({ from, to });
    case 'none':
      return null;
  }
}
