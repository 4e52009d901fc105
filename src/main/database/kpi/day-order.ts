/** The rows of a dataset in the order of a date, so that those of a period lie together. */
export class DayOrder {
  readonly rows: Int32Array;
  readonly firstDay: number;
  /** Where the rows of each day begin in `rows`, counted from the first day; one more for the end. */
  private readonly starts: Int32Array;

  /** @param days each row's day number, or `none`. @param among the rows that count, in the order of the ids. */
  constructor(days: Int32Array, none: number, among: Int32Array) {
    let first = Number.POSITIVE_INFINITY;
    let last = Number.NEGATIVE_INFINITY;
    let count = 0;
    for (let place = 0; place < among.length; place += 1) {
      const day = days[among[place] ?? 0] ?? none;
      if (day === none) continue;
      count += 1;
      if (day < first) first = day;
      if (day > last) last = day;
    }
    this.firstDay = count > 0 ? first : 0;
    this.starts = new Int32Array(count > 0 ? last - first + 2 : 1);
    this.rows = new Int32Array(count);
    this.sortByCounting(days, none, among);
  }

  get lastDay(): number {
    return this.firstDay + this.starts.length - 2;
  }

  /** The rows from one day to another, both inclusive. */
  between(from: number, to: number): Int32Array {
    const [start, end] = this.placesOf(from, to);
    return this.rows.subarray(start, end);
  }

  /** Where in `rows` those from one day to another, both inclusive, begin and end. */
  placesOf(from: number, to: number): readonly [start: number, end: number] {
    return [this.startOf(from), this.startOf(to + 1)];
  }

  private startOf(day: number): number {
    const index = Math.min(Math.max(day - this.firstDay, 0), this.starts.length - 1);
    return this.starts[index] ?? 0;
  }

  private sortByCounting(days: Int32Array, none: number, among: Int32Array): void {
    const { starts, rows, firstDay } = this;
    for (let place = 0; place < among.length; place += 1) {
      const day = days[among[place] ?? 0] ?? none;
      if (day !== none) starts[day - firstDay + 1] = (starts[day - firstDay + 1] ?? 0) + 1;
    }
    for (let index = 1; index < starts.length; index += 1) {
      starts[index] = (starts[index] ?? 0) + (starts[index - 1] ?? 0);
    }
    const next = starts.slice();
    for (let index = 0; index < among.length; index += 1) {
      const row = among[index] ?? 0;
      const day = days[row] ?? none;
      if (day === none) continue;
      const place = next[day - firstDay] ?? 0;
      rows[place] = row;
      next[day - firstDay] = place + 1;
    }
  }
}
