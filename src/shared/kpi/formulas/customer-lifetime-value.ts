import { daysOfRange } from '../../model/calendar-date';
import { exactSum } from '../exact-sum';
import { divide, type Figure, type Figures, noFigure, ratioFigure } from '../figure';
import type { Scope } from '../formula';
import { groupBy } from '../group-by';
import { type CustomerRow, hasData, readByCustomer, readColumns } from '../measure-column';
import { churnRate } from './customer-retention';

const daysOfYear = 365.25;
const beginning = '0001-01-01';

export type LifetimeBasis = 'lifespan' | 'churn' | 'margin';

/**
 * Historical customer lifetime value, APV × PF × CL, over the customers who bought in the period:
 * - APV, average purchase value: revenue ÷ purchases;
 * - PF, purchase frequency: purchases ÷ customers, per year of 365.25 days;
 * - CL, customer lifespan in years: the mean of last − first purchase, counting purchases up to the period's end. By `churn` it is
 *   the years in which, at the period's churn rate, as many customers as there were would be lost: the period's years ÷ churn rate.
 *
 * By `margin` the whole is multiplied by the gross margin. Numerator and denominator are the lifetime value of all the customers
 * and their number.
 */
export function customerLifetimeValue(basis: LifetimeBasis): (scope: Scope) => Figures {
  return (scope) => {
    if (!hasData('purchases', scope.source)) return new Map([['', noFigure]]);
    const buyers = groupBy(readByCustomer(scope, ['revenue', 'purchases'], scope.range), ({ key }) => key);
    const lifespan = lifespansOf(basis, scope);
    const margin = marginsOf(basis, scope);
    const keys = scope.by === null ? [''] : [...buyers.keys()];
    const years = daysOfRange(scope.range) / daysOfYear;
    return new Map(
      keys.map((key) => {
        const rows = buyers.get(key) ?? [];
        return [key, lifetimeValue(rows, years, lifespan(key, rows), margin(key))];
      }),
    );
  };
}

function lifetimeValue(
  rows: readonly CustomerRow[],
  years: number,
  lifespan: number | null,
  margin: number | null,
): Figure {
  const customers = rows.length;
  const revenue = exactSum(rows.map(({ values }) => values[0] ?? 0));
  const purchases = exactSum(rows.map(({ values }) => values[1] ?? 0));
  const whole = lifespan === null || margin === null ? null : (revenue / years) * lifespan * margin;
  return {
    value: divide(whole, customers),
    numerator: whole,
    denominator: customers,
    beside: {
      average_purchase_value: divide(revenue, purchases),
      purchase_frequency: divide(purchases / years, customers),
      customer_lifespan: lifespan,
    },
  };
}

/** The lifetime value within each segment; the total weighs those of the segments by their customers. */
export function lifetimeValueBySegment(scope: Scope): Figures {
  if (!hasData('purchases', scope.source)) return new Map([['', noFigure]]);
  const segments = customerLifetimeValue('lifespan')({ ...scope, by: 'segment' });
  if (scope.by === 'segment') return segments;
  const figures = [...segments.values()];
  const whole = exactSum(figures.map(({ numerator }) => numerator ?? 0));
  const customers = exactSum(figures.map(({ denominator }) => denominator ?? 0));
  return new Map([['', ratioFigure(whole, customers)]]);
}

type ByKey = (key: string, rows: readonly CustomerRow[]) => number | null;

function lifespansOf(basis: LifetimeBasis, scope: Scope): ByKey {
  if (basis === 'churn') {
    const churn = churnRate('boughtBefore')(churnScope(scope));
    const years = daysOfRange(scope.range) / daysOfYear;
    return (key) => divide(years, churn.get(scope.by === 'segment' ? key : '')?.value ?? null);
  }
  const untilEnd = { from: beginning, to: scope.range.to };
  const lived = groupBy(readByCustomer(scope, ['firstPurchase', 'lastPurchase'], untilEnd), ({ key }) => key);
  return (key, rows) => {
    const buyers = new Set(rows.map(({ customer }) => customer));
    const days = (lived.get(key) ?? [])
      .filter(({ customer }) => buyers.has(customer))
      .map(({ values }) => (values[1] ?? 0) - (values[0] ?? 0));
    return divide(exactSum(days) / daysOfYear, days.length);
  };
}

/** Losses are known by segment of the customers; for other dimensions that of all of them serves. */
function churnScope(scope: Scope): Scope {
  return scope.by === 'segment' ? scope : { ...scope, by: null };
}

function marginsOf(basis: LifetimeBasis, scope: Scope): (key: string) => number | null {
  if (basis !== 'margin') return () => 1;
  const column = readColumns(scope, ['margin', 'costedRevenue']);
  return (key) => divide(column('margin').get(key) ?? 0, column('costedRevenue').get(key) ?? 0);
}
