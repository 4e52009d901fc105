import { addMonths, type DateRange, dayNumber, firstOfMonth, lastOfMonth } from '@shared/model/calendar-date';
import { periodsWithin } from '@shared/model/period';
import { type CubeHistory, type HistoryMeasure, historyMeasures } from '@shared/scenario/cube';
import { CompensatedSums } from './compensated-sums';
import { bucketFinder } from './cube-cells';

/** What reps came to in the months a year before those of a period, while rows are added and taken away. */
export class HistoryStore {
  /** First and last day of the months. */
  readonly range: DateRange;
  private readonly months: readonly string[];
  private readonly monthOf: (day: number) => number;
  private readonly sums = new Map(historyMeasures.map((id) => [id, new CompensatedSums()]));

  constructor(
    period: DateRange,
    private readonly reps: number,
  ) {
    this.range = {
      from: addMonths(firstOfMonth(period.from), -12),
      to: lastOfMonth(addMonths(firstOfMonth(period.to), -12)),
    };
    const months = periodsWithin(this.range, 'month', 1);
    this.months = months.map(({ key }) => key);
    this.monthOf = bucketFinder(months);
  }

  /** @param rep its position. @param day a day number that lies in the range. */
  add(measure: HistoryMeasure, rep: number, day: number, value: number): void {
    this.sums.get(measure)?.add(this.placeOf(rep, day), value);
  }

  /** See `CompensatedSums.addRows`. */
  addRows(
    measure: HistoryMeasure,
    rows: Int32Array,
    places: Int32Array,
    numbers: Float64Array | null,
    holds: readonly Uint8Array[],
  ): void {
    this.sums.get(measure)?.addRows(rows, places, numbers, holds);
  }

  placeOf(rep: number, day: number): number {
    return rep * this.months.length + this.monthOf(day);
  }

  has(day: number): boolean {
    return day >= dayNumber(this.range.from) && day <= dayNumber(this.range.to);
  }

  packed(): CubeHistory {
    const count = this.reps * this.months.length;
    const entries = [...this.sums].map(([id, sums]) => [id, sums.totals(count).slice()] as const);
    return { months: this.months, sums: Object.fromEntries(entries) as CubeHistory['sums'] };
  }
}
