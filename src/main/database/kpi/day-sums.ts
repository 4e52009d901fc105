import { exactSum } from '@shared/kpi/exact-sum';
import type { DateRange } from '@shared/model/calendar-date';

/** A measure's sum for each day that has rows, in order: any period's sum is then a matter of memory. */
export class DaySums {
  /** @param days ascending, with the sum of each in `sums`. */
  constructor(
    private readonly days: readonly string[],
    private readonly sums: readonly number[],
  ) {}

  within({ from, to }: DateRange): number {
    return exactSum(this.sums.slice(this.firstFrom(from), this.firstAfter(to)));
  }

  private firstFrom(day: string): number {
    return this.search((candidate) => candidate >= day);
  }

  private firstAfter(day: string): number {
    return this.search((candidate) => candidate > day);
  }

  /** The index of the first day that passes; all later ones pass too. */
  private search(passes: (day: string) => boolean): number {
    let low = 0;
    let high = this.days.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (passes(this.days[middle] ?? '')) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
