import { addDays, type DateRange } from '../../model/calendar-date';
import { rangeBefore } from '../../model/period';
import { exactSum } from '../exact-sum';
import { type Figure, type Figures, noFigure, ratioFigure } from '../figure';
import type { Scope } from '../formula';
import { groupBy } from '../group-by';
import { type CustomerRow, hasData, keysOf, readColumns } from '../measure-column';
import { readCustomers } from './customers-by-region';

/** `recurring`: what customers pay regularly, or revenue where no customer has such an amount. */
export type RevenueBasis = 'recurring' | 'revenue';

/**
 * The part of the revenue at the period's start that was lost in it with the customers who left.
 * - By recurring amounts: Σ of the customers with churned_on in the period ÷ Σ of those there at its start.
 * - By revenue: over the customers active at the start, who bought within the inactive days before it, their revenue in those days;
 *   lost is that of customers with churned_on in the period or, where no loss is recorded, of those without a purchase within the
 *   inactive days up to its end.
 */
export function revenueChurnRate(basis: RevenueBasis): (scope: Scope) => Figures {
  return (scope) =>
    countsRecurring(basis, scope) ? recurringFigures(scope, (lost) => lost) : revenueChurn(scope);
}

/**
 * What is left in the period of the revenue of the customers there at its start.
 * - By recurring amounts: those at the start less those of the customers who left ÷ those at the start.
 * - By revenue: of the customers active at the start, revenue in the period ÷ revenue in the period of the same length before.
 */
export function netRevenueRetention(basis: RevenueBasis): (scope: Scope) => Figures {
  return (scope) =>
    countsRecurring(basis, scope)
      ? recurringFigures(scope, (lost, there) => there - lost)
      : revenueRetention(scope);
}

function countsRecurring(basis: RevenueBasis, { source }: Scope): boolean {
  return basis === 'recurring' && source.recordsRecurring();
}

function recurringFigures(scope: Scope, numerator: (lost: number, there: number) => number): Figures {
  const column = readColumns(scope, ['churnedRecurring', 'startingRecurring']);
  const [lost, there] = [column('churnedRecurring'), column('startingRecurring')];
  const keys = scope.by === null ? [''] : keysOf(lost, there);
  const figures = keys.map((key): [string, Figure] => {
    const atStart = there.get(key) ?? 0;
    return [key, ratioFigure(numerator(lost.get(key) ?? 0, atStart), atStart)];
  });
  return new Map(figures);
}

function revenueChurn(scope: Scope): Figures {
  if (!hasData('revenue', scope.source)) return new Map([['', noFigure]]);
  const hasLeft = scope.source.recordsChurn() ? recordedLosses(scope) : inactivity(scope);
  return figuresByKey(scope, activeAtStart(scope), (rows) =>
    ratioFigure(revenueOf(rows.filter(hasLeft)), revenueOf(rows)),
  );
}

function revenueRetention(scope: Scope): Figures {
  if (!hasData('revenue', scope.source)) return new Map([['', noFigure]]);
  const active = activeAtStart(scope);
  const isActive = membership(active);
  const before = readCustomers(scope, ['revenue'], rangeBefore(scope.range)).filter(isActive);
  const now = groupBy(readCustomers(scope, ['revenue'], scope.range).filter(isActive), ({ key }) => key);
  return figuresByKey(scope, before, (rows, key) =>
    ratioFigure(revenueOf(now.get(key) ?? []), revenueOf(rows)),
  );
}

/** Customers who bought within the inactive days before the period, with their revenue in those days. */
function activeAtStart(scope: Scope): readonly CustomerRow[] {
  const { range, source } = scope;
  const days = { from: addDays(range.from, -source.options.inactivityDays), to: addDays(range.from, -1) };
  return readCustomers(scope, ['revenue'], days);
}

function recordedLosses(scope: Scope): (row: CustomerRow) => boolean {
  const left = readCustomers({ ...scope, by: null }, ['churnedCustomers'], scope.range);
  const names = new Set(left.map(({ customer }) => customer));
  return ({ customer }) => names.has(customer);
}

function inactivity(scope: Scope): (row: CustomerRow) => boolean {
  const { range, source } = scope;
  const lastDays: DateRange = { from: addDays(range.to, -source.options.inactivityDays), to: range.to };
  const isActive = membership(readCustomers(scope, ['revenue'], lastDays));
  return (row) => !isActive(row);
}

/** Whether a customer of a key is among the rows. */
function membership(rows: readonly CustomerRow[]): (row: CustomerRow) => boolean {
  const idOf = ({ key, customer }: CustomerRow): string => JSON.stringify([key, customer]);
  const members = new Set(rows.map(idOf));
  return (row) => members.has(idOf(row));
}

function figuresByKey(
  { by }: Scope,
  rows: readonly CustomerRow[],
  figure: (rows: readonly CustomerRow[], key: string) => Figure,
): Figures {
  const groups = groupBy(rows, ({ key }) => key);
  const keys = by === null ? [''] : [...groups.keys()];
  return new Map(keys.map((key) => [key, figure(groups.get(key) ?? [], key)]));
}

function revenueOf(rows: readonly CustomerRow[]): number {
  return exactSum(rows.map(({ values }) => values[0] ?? 0));
}
