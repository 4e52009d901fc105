/** The rows of a dataset in the order of a date, so that those of a period lie together. */
export class DayOrder {
  private readonly rows: Int32Array;
  private readonly firstDay: number;
  /** Where the rows of each day begin in `rows`, counted from the first day; one more for the end. */
  private readonly starts: Int32Array;

  /** @param days each row's day number, or `none`. */
  constructor(days: Int32Array, none: number) {
    let first = Number.POSITIVE_INFINITY;
    let last = Number.NEGATIVE_INFINITY;
    let count = 0;
    for (const day of days) {
      if (day === none) continue;
      count += 1;
      if (day < first) first = day;
      if (day > last) last = day;
    }
    this.firstDay = count > 0 ? first : 0;
    this.starts = new Int32Array(count > 0 ? last - first + 2 : 1);
    this.rows = new Int32Array(count);
    this.sortByCounting(days, none);
  }

  /** The rows from one day to another, both inclusive. */
  between(from: number, to: number): Int32Array {
    return this.rows.subarray(this.startOf(from), this.startOf(to + 1));
  }

  private startOf(day: number): number {
    const index = Math.min(Math.max(day - this.firstDay, 0), this.starts.length - 1);
    return this.starts[index] ?? 0;
  }

  private sortByCounting(days: Int32Array, none: number): void {
    const { starts, rows, firstDay } = this;
    for (const day of days)
      if (day !== none) starts[day - firstDay + 1] = (starts[day - firstDay + 1] ?? 0) + 1;
    for (let index = 1; index < starts.length; index += 1) {
      starts[index] = (starts[index] ?? 0) + (starts[index - 1] ?? 0);
    }
    const next = starts.slice();
    for (let row = 0; row < days.length; row += 1) {
      const day = days[row] ?? none;
      if (day === none) continue;
      const place = next[day - firstDay] ?? 0;
      rows[place] = row;
      next[day - firstDay] = place + 1;
    }
  }
}
