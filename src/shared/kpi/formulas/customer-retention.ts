import { addDays, dayNumber } from '../../model/calendar-date';
import { type Figure, type Figures, noFigure, ratioFigure } from '../figure';
import type { Scope } from '../formula';
import { groupBy } from '../group-by';
import { hasData, keysOf, readByCustomer, readColumns } from '../measure-column';
import { readCustomers } from './customers-by-region';

/** Before any date that a workspace can hold. */
const beginning = '0001-01-01';

/** Customers with two purchases or more in the period ÷ customers with one or more. */
export function repeatPurchaseRate(scope: Scope): Figures {
  if (!hasData('purchases', scope.source)) return new Map([['', noFigure]]);
  const customers = groupBy(readByCustomer(scope, ['purchases'], scope.range), ({ key }) => key);
  const keys = scope.by === null ? [''] : [...customers.keys()];
  const figures = keys.map((key): [string, Figure] => {
    const ofKey = customers.get(key) ?? [];
    const repeating = ofKey.filter(({ values }) => (values[0] ?? 0) >= 2);
    return [key, ratioFigure(repeating.length, ofKey.length)];
  });
  return new Map(figures);
}

/**
 * Customers lost in the period ÷ customers at its start. Lost is who has churned_on in it. Where no customer of the workspace has
 * churned_on, lost is who had bought before the period and, at its end, had not bought for longer than the inactive days.
 * @param start who counts as there at the start when losses are not recorded: all who had `boughtBefore`, or only those who were
 *   still `active`, having bought within the inactive days before it.
 */
export function churnRate(start: 'boughtBefore' | 'active'): (scope: Scope) => Figures {
  return (scope) => (scope.source.recordsChurn() ? recordedChurn(scope) : inactivityChurn(scope, start));
}

function recordedChurn(scope: Scope): Figures {
  const column = readColumns(scope, ['churnedCustomers', 'startingCustomers']);
  const [lost, there] = [column('churnedCustomers'), column('startingCustomers')];
  const keys = scope.by === null ? [''] : keysOf(lost, there);
  return new Map(keys.map((key) => [key, ratioFigure(lost.get(key) ?? 0, there.get(key) ?? 0)]));
}

function inactivityChurn(scope: Scope, start: 'boughtBefore' | 'active'): Figures {
  const { source, range, by } = scope;
  if (!hasData('lastPurchase', source)) return new Map([['', noFigure]]);
  const before = { from: beginning, to: addDays(range.from, -1) };
  const inactiveBy = (day: string): number => dayNumber(day) - source.options.inactivityDays;
  const there = readCustomers(scope, ['lastPurchase'], before).filter(
    ({ values }) => start === 'boughtBefore' || (values[0] ?? 0) >= inactiveBy(range.from),
  );
  const untilEnd = readCustomers(scope, ['lastPurchase'], { from: beginning, to: range.to });
  const active = new Map(
    [...groupBy(untilEnd, ({ key }) => key)].map(([key, rows]) => {
      const recent = rows.filter(({ values }) => (values[0] ?? 0) >= inactiveBy(range.to));
      return [key, new Set(recent.map(({ customer }) => customer))];
    }),
  );
  const groups = groupBy(there, ({ key }) => key);
  const keys = by === null ? [''] : [...groups.keys()];
  const figures = keys.map((key): [string, Figure] => {
    const ofKey = groups.get(key) ?? [];
    const lost = ofKey.filter(({ customer }) => !active.get(key)?.has(customer));
    return [key, ratioFigure(lost.length, ofKey.length)];
  });
  return new Map(figures);
}
