import { addMonths, dateOfDayNumber, dayNumber, firstOfMonth } from '@shared/model/calendar-date';

/** Months from a place to another, the end left out. */
export interface MonthSpan {
  readonly first: number;
  readonly end: number;
  /** Day numbers of the first and last day in them. */
  readonly from: number;
  readonly to: number;
}

/** The calendar months over which rows are dated. */
export class MonthGrid {
  /** Day number on which each month starts, and that after the last. */
  private readonly starts: number[] = [];
  private readonly monthOfDay: Int32Array;

  /** @param firstDay day number of the first row. @param lastDay that of the last. */
  constructor(
    private readonly firstDay: number,
    private readonly lastDay: number,
  ) {
    let date = firstOfMonth(dateOfDayNumber(firstDay));
    while (dayNumber(date) <= lastDay) {
      this.starts.push(dayNumber(date));
      date = addMonths(date, 1);
    }
    this.starts.push(dayNumber(date));
    this.monthOfDay = new Int32Array(lastDay - firstDay + 1);
    let month = 0;
    for (let day = firstDay; day <= lastDay; day += 1) {
      if (day >= (this.starts[month + 1] ?? day + 1)) month += 1;
      this.monthOfDay[day - firstDay] = month;
    }
  }

  get count(): number {
    return this.starts.length - 1;
  }

  /** The month of a day between the first and the last. */
  monthOf(day: number): number {
    return this.monthOfDay[day - this.firstDay] ?? 0;
  }

  /** The months all of whose rows lie between two days; null where there is none. */
  within(from: number, to: number): MonthSpan | null {
    const [low, high] = [Math.max(from, this.firstDay), Math.min(to, this.lastDay)];
    if (low > high) return null;
    const [start, stop] = [this.monthOf(low), this.monthOf(high)];
    const startsWhole = low <= Math.max(this.starts[start] ?? low, this.firstDay);
    const endsWhole = high >= Math.min((this.starts[stop + 1] ?? high + 1) - 1, this.lastDay);
    const first = startsWhole ? start : start + 1;
    const end = endsWhole ? stop + 1 : stop;
    if (first >= end) return null;
    return {
      first,
      end,
      from: Math.max(this.starts[first] ?? low, this.firstDay),
      to: Math.min((this.starts[end] ?? high + 1) - 1, this.lastDay),
    };
  }
}
