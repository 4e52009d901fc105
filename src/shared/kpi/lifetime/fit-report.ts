import { exactSum } from '../exact-sum';
import { expectedPurchases, type PurchaseModel } from './bg-nbd';
import { type CustomerModelFit, fitCustomerModel, type KnownCustomer } from './customer-model';
import { purchaseProbabilities } from './purchase-frequency';

/** A customer's purchases until the split of the time observed, and how many more came after it. Times are in weeks. */
export interface SplitCustomer {
  readonly before: KnownCustomer;
  /** Purchases after the split. */
  readonly later: number;
}

/** Customers with so many repeat purchases, in fact and by the model. */
export interface FrequencyBar {
  /** The last one stands for it and more. */
  readonly repeats: number;
  readonly actual: number;
  readonly expected: number;
}

/** What customers with so many repeat purchases before the split bought after it, on average. */
export interface HoldOutBar {
  readonly repeats: number;
  readonly customers: number;
  readonly actual: number;
  readonly expected: number;
}

export interface HoldOut {
  readonly fit: CustomerModelFit;
  /** All purchases after the split, in fact and as predicted from what was known at it; null where the fit failed. */
  readonly actual: number;
  readonly expected: number | null;
  readonly bars: readonly HoldOutBar[];
}

/** From this many repeat purchases on customers are taken together, as in Fader, Hardie & Lee (2005), figures 1 and 3. */
export const mostRepeatsShown = 7;

/** How many customers have made 0, 1, 2 … repeat purchases, beside how many the model expects by their ages. */
export function frequencyFit(
  model: PurchaseModel,
  customers: readonly KnownCustomer[],
): readonly FrequencyBar[] {
  const actual = new Float64Array(mostRepeatsShown + 1);
  const ofAge = new Map<number, number>();
  for (const { repeats, age } of customers) {
    const bar = Math.min(repeats, mostRepeatsShown);
    actual[bar] = (actual[bar] ?? 0) + 1;
    ofAge.set(age, (ofAge.get(age) ?? 0) + 1);
  }
  const expected = new Float64Array(mostRepeatsShown + 1);
  for (const [age, count] of ofAge) {
    const fewer = purchaseProbabilities(model, age, mostRepeatsShown - 1);
    for (const [repeats, chance] of fewer.entries())
      expected[repeats] = (expected[repeats] ?? 0) + count * chance;
    const rest = 1 - exactSum(fewer);
    expected[mostRepeatsShown] = (expected[mostRepeatsShown] ?? 0) + count * rest;
  }
  return [...actual.keys()].map((repeats) => ({
    repeats,
    actual: actual[repeats] ?? 0,
    expected: expected[repeats] ?? 0,
  }));
}

/**
 * The check against time held out: the model is fitted to the purchases before the split alone, and what it then expects of each
 * customer is held against what came.
 * @param weeks from the split to the end of the time observed.
 */
export function holdOut(customers: readonly SplitCustomer[], weeks: number): HoldOut {
  const fit = fitCustomerModel(customers.map(({ before }) => before));
  const actual = exactSum(customers.map(({ later }) => later));
  if (fit.kind !== 'fitted') return { fit, actual, expected: null, bars: [] };
  const predicted = customers.map((customer) => ({
    repeats: Math.min(customer.before.repeats, mostRepeatsShown),
    later: customer.later,
    expected: expectedPurchases(fit.model.buying, customer.before, weeks),
  }));
  const bars = Array.from({ length: mostRepeatsShown + 1 }, (_, repeats) => {
    const own = predicted.filter((customer) => customer.repeats === repeats);
    return {
      repeats,
      customers: own.length,
      actual: exactSum(own.map(({ later }) => later)) / own.length,
      expected: exactSum(own.map(({ expected }) => expected)) / own.length,
    };
  }).filter((bar) => bar.customers > 0);
  return { fit, actual, expected: exactSum(predicted.map(({ expected }) => expected)), bars };
}

/**
 * Repeat purchases that all customers are expected to have made by a time, each from the first purchase on: equation (9) of Fader,
 * Hardie & Lee (2005), summed over the customers who had started.
 * @param starts weeks of the first purchases. @param time in weeks on the same scale.
 */
export function expectedRepeatsBy(model: PurchaseModel, starts: readonly number[], time: number): number {
  const ofAge = new Map<number, number>();
  for (const start of starts) {
    if (start < time) ofAge.set(time - start, (ofAge.get(time - start) ?? 0) + 1);
  }
  const sums = [...ofAge].map(
    ([age, count]) => count * expectedPurchases(model, { repeats: 0, recency: 0, age: 0 }, age),
  );
  return exactSum(sums);
}
