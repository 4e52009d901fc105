import { type DateRange, dayNumber } from '../../model/calendar-date';
import type { Scope } from '../formula';
import { type CustomerRow, hasData, readByCustomer } from '../measure-column';

/** Before any date that a workspace can hold. */
const beginning = '0001-01-01';

/** One customer from the first day to the loss. Days are day numbers of `calendar-date.ts`. */
export interface CustomerLife {
  /** Of the scope's dimension. */
  readonly key: string;
  readonly customer: string;
  readonly start: number;
  /** Null while the customer has not been lost. */
  readonly lostOn: number | null;
}

export interface CustomerLives {
  /** Whether losses are those of `churned_on`, or told from long inactivity. */
  readonly how: 'recorded' | 'inactivity';
  readonly lives: readonly CustomerLife[];
  /** Up to which day customers are observed: the scope's last, or the data's where they end before it. */
  readonly asOf: number;
}

/**
 * The customers who started by the scope's last day, as they stood then. A customer starts on acquired_on, or with the first purchase;
 * who has neither is left out, as is who was lost before the start. Lost is who has churned_on; where no customer of the workspace has,
 * who has not bought for more than the inactive days, on the first day of which that was true.
 */
export function customerLives(scope: Scope): CustomerLives {
  const until = { from: beginning, to: scope.range.to };
  const first = (id: DayMeasure): readonly CustomerRow[] => readDays(scope, id, until);
  const acquired = first('acquiredDay');
  const purchases = first('firstPurchase');
  const asOf = lastDayObserved(scope);
  const starts = new Map(
    [...purchases, ...acquired].map((row) => [idOf(row), { ...row, start: dayOf(row) }]),
  );
  const how = scope.source.recordsChurn() ? 'recorded' : 'inactivity';
  const lost =
    how === 'recorded' ? dayById(first('churnedDay')) : inactiveFrom(scope, first('lastPurchase'), asOf);
  const lives = [...starts].flatMap(([id, { key, customer, start }]) => {
    const lostOn = lost.get(id) ?? null;
    return lostOn !== null && lostOn < start ? [] : [{ key, customer, start, lostOn }];
  });
  return { how, lives, asOf };
}

function inactiveFrom(
  { source }: Scope,
  lastPurchases: readonly CustomerRow[],
  asOf: number,
): ReadonlyMap<string, number> {
  const lost = lastPurchases
    .map((row) => [idOf(row), dayOf(row) + source.options.inactivityDays + 1] as const)
    .filter(([, day]) => day <= asOf);
  return new Map(lost);
}

/** The last day on which anything is known to have happened to any customer, filtered or not. */
function lastDayObserved(scope: Scope): number {
  const all = { ...scope, by: null, filter: {} };
  const until = { from: beginning, to: scope.range.to };
  const days = (['lastPurchase', 'acquiredDay', 'churnedDay'] as const).flatMap((id) =>
    readDays(all, id, until).map(dayOf),
  );
  const end = dayNumber(scope.range.to);
  return days.length === 0
    ? end
    : Math.min(
        end,
        days.reduce((latest, day) => Math.max(latest, day)),
      );
}

type DayMeasure = 'acquiredDay' | 'churnedDay' | 'firstPurchase' | 'lastPurchase';

/** Customers who have rows but no such day, as those whose deals were all lost, are left out. */
function readDays(scope: Scope, id: DayMeasure, range: DateRange): readonly CustomerRow[] {
  if (!hasData(id, scope.source)) return [];
  return readByCustomer(scope, [id], range).filter((row) => Number.isFinite(row.values[0]));
}

function dayById(rows: readonly CustomerRow[]): ReadonlyMap<string, number> {
  return new Map(rows.map((row) => [idOf(row), dayOf(row)]));
}

function dayOf({ values }: CustomerRow): number {
  return values[0] ?? 0;
}

function idOf({ key, customer }: CustomerRow): string {
  return JSON.stringify([key, customer]);
}
