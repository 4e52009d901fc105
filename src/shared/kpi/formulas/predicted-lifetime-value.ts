import { dayNumber } from '../../model/calendar-date';
import { exactSum } from '../exact-sum';
import { type Figure, type Figures, noFigure, ratioFigure } from '../figure';
import type { Scope } from '../formula';
import { groupBy } from '../group-by';
import {
  type CustomerModel,
  type CustomerModelFit,
  fitCustomerModel,
  type KnownCustomer,
  predictedValue,
} from '../lifetime/customer-model';
import { hasData, readByCustomer, readColumns } from '../measure-column';
import type { MeasureSource } from '../measure-source';

const beginning = '0001-01-01';

/** All customers as they are known at the end of a period, and the model fitted to them. */
export interface ObservedCustomers {
  readonly fit: CustomerModelFit;
  /** Day number up to which purchases are observed: the period's end, or the last purchase of all where the data ends before it. */
  readonly end: number;
}

/** What was observed of one state of the data, by the end of the period. */
const kept = new WeakMap<MeasureSource, Map<string, ObservedCustomers>>();

/**
 * What a customer is expected to bring in the 12 months after the period, on average: by BG/NBD and Gamma-Gamma, fitted to the
 * purchases of all customers up to the period's end. Numerator and denominator are the value of all the customers and their number;
 * beside the total stand the parameters. No value where the data is too thin: see `CustomerModelFit`.
 */
export function predictedLifetimeValue(scope: Scope): Figures {
  if (!hasData('purchases', scope.source)) return new Map([['', noFigure]]);
  const { fit, end } = observedCustomers(scope);
  if (fit.kind !== 'fitted') return new Map([['', noFigure]]);
  const { model } = fit;
  const groups = groupBy(knownCustomers(scope, end), ({ key }) => key);
  const keys = scope.by === null ? [''] : [...groups.keys()];
  const figures = keys.map((key): [string, Figure] => {
    const values = (groups.get(key) ?? []).map((customer) => predictedValue(model, customer));
    const figure = ratioFigure(exactSum(values), values.length);
    return [key, scope.by === null ? { ...figure, beside: parametersOf(model) } : figure];
  });
  return new Map(figures);
}

function parametersOf({ buying, spending, customers }: CustomerModel): NonNullable<Figure['beside']> {
  const { r, alpha, a, b, logLikelihood } = buying;
  const { p, q, v } = spending;
  return {
    model_customers: customers,
    bgnbd_r: r,
    bgnbd_alpha: alpha,
    bgnbd_a: a,
    bgnbd_b: b,
    bgnbd_log_likelihood: logLikelihood,
    gamma_gamma_p: p,
    gamma_gamma_q: q,
    gamma_gamma_v: v,
  };
}

/** Kept for each state of the data: fitting takes long. */
export function observedCustomers(scope: Scope): ObservedCustomers {
  const { source, range } = scope;
  const known = kept.get(source)?.get(range.to);
  if (known) return known;
  const all = { ...scope, by: null, filter: {} };
  const lastPurchase = readColumns(untilEnd(all), ['lastPurchase'])('lastPurchase').get('');
  const end = Math.min(dayNumber(range.to), lastPurchase ?? Number.POSITIVE_INFINITY);
  const found = { fit: fitCustomerModel(knownCustomers(all, end)), end };
  const ofSource = kept.get(source) ?? new Map<string, ObservedCustomers>();
  kept.set(source, ofSource.set(range.to, found));
  return found;
}

function untilEnd(scope: Scope): Scope {
  return { ...scope, range: { from: beginning, to: scope.range.to } };
}

export interface CustomerOfKey extends KnownCustomer {
  readonly key: string;
  readonly customer: string;
  /** Day number of the first purchase. */
  readonly first: number;
}

/**
 * Customers by the scope's dimension with their purchases up to its last day, in weeks. Purchases of one day are one purchase.
 * @param end day number up to which purchases are observed.
 */
export function knownCustomers(scope: Scope, end: number): readonly CustomerOfKey[] {
  const measures = ['purchaseDays', 'firstPurchase', 'lastPurchase', 'revenue', 'firstDayRevenue'] as const;
  const rows = readByCustomer(scope, measures, untilEnd(scope).range);
  return rows.flatMap(({ key, customer, values }) => {
    const [days = 0, first = 0, last = 0, revenue = 0, firstRevenue = 0] = values;
    if (days === 0) return [];
    const repeats = days - 1;
    return [
      {
        key,
        customer,
        first,
        repeats,
        recency: (last - first) / 7,
        age: (end - first) / 7,
        mean: repeats === 0 ? 0 : (revenue - firstRevenue) / repeats,
      },
    ];
  });
}
