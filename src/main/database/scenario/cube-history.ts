import {
  addMonths,
  type DateRange,
  dateOfDayNumber,
  dayNumber,
  firstOfMonth,
  lastOfMonth,
} from '@shared/model/calendar-date';
import { periodsWithin } from '@shared/model/period';
import { type CubeHistory, type HistoryMeasure, historyMeasures } from '@shared/scenario/cube';
import { CompensatedSums } from './compensated-sums';

/** What reps came to in the months a year before those of a period, while rows are added and taken away. */
export class HistoryStore {
  /** First and last day of the months. */
  readonly range: DateRange;
  private readonly months: readonly string[];
  private readonly sums = new Map(historyMeasures.map((id) => [id, new CompensatedSums()]));

  constructor(
    period: DateRange,
    private readonly reps: number,
  ) {
    this.range = {
      from: addMonths(firstOfMonth(period.from), -12),
      to: lastOfMonth(addMonths(firstOfMonth(period.to), -12)),
    };
    this.months = periodsWithin(this.range, 'month', 1).map(({ key }) => key);
  }

  /** @param rep its position. @param day a day number that lies in the range. */
  add(measure: HistoryMeasure, rep: number, day: number, value: number): void {
    const month = this.months.indexOf(dateOfDayNumber(day).slice(0, 7));
    this.sums.get(measure)?.add(rep * this.months.length + month, value);
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
