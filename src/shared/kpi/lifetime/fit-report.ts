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

/** Numbers of repeat purchases that are taken together. */
export interface RepeatsRange {
  readonly from: number;
  /** Inclusive; null for no end. */
  readonly to: number | null;
}

/** Customers with so many repeat purchases, in fact and by the model. */
export interface FrequencyBar extends RepeatsRange {
  readonly actual: number;
  readonly expected: number;
}

/** What customers with so many repeat purchases before the split bought after it, on average. */
export interface HoldOutBar extends RepeatsRange {
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

/** As in Fader, Hardie & Lee (2005), figures 1 and 3: none to six repeat purchases, and seven or more. */
const ranges = 8;

/**
 * Ranges of repeat purchases, each as wide as the others, the last without end: of one number each, or of more where many customers
 * have bought often.
 */
export function repeatsRanges(customers: readonly Pick<KnownCustomer, 'repeats'>[]): readonly RepeatsRange[] {
  const sorted = customers.map(({ repeats }) => repeats).sort((one, other) => one - other);
  const often = sorted[Math.floor(sorted.length * 0.9)] ?? 0;
  const width = Math.max(1, Math.ceil((often + 1) / ranges));
  return Array.from({ length: ranges }, (_, index) => ({
    from: index * width,
    to: index === ranges - 1 ? null : (index + 1) * width - 1,
  }));
}

function rangeOf(repeats: number, all: readonly RepeatsRange[]): number {
  return all.findIndex(({ to }) => to === null || repeats <= to);
}

/** How many customers have made 0, 1, 2 … repeat purchases, beside how many the model expects by their ages. */
export function frequencyFit(
  model: PurchaseModel,
  customers: readonly KnownCustomer[],
): readonly FrequencyBar[] {
  const bars = repeatsRanges(customers);
  const actual = new Float64Array(bars.length);
  const ofAge = new Map<number, number>();
  for (const { repeats, age } of customers) {
    const bar = rangeOf(repeats, bars);
    actual[bar] = (actual[bar] ?? 0) + 1;
    ofAge.set(age, (ofAge.get(age) ?? 0) + 1);
  }
  const last = bars.at(-1)?.from ?? 0;
  const expected = new Float64Array(bars.length);
  for (const [age, count] of ofAge) {
    const fewer = purchaseProbabilities(model, age, last - 1);
    for (const [repeats, chance] of fewer.entries()) {
      const bar = rangeOf(repeats, bars);
      expected[bar] = (expected[bar] ?? 0) + count * chance;
    }
    expected[bars.length - 1] = (expected[bars.length - 1] ?? 0) + count * (1 - exactSum(fewer));
  }
  return bars.map((bar, index) => ({
    ...bar,
    actual: actual[index] ?? 0,
    expected: expected[index] ?? 0,
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
  const all = repeatsRanges(customers.map(({ before }) => before));
  const predicted = customers.map((customer) => ({
    range: rangeOf(customer.before.repeats, all),
    later: customer.later,
    expected: expectedPurchases(fit.model.buying, customer.before, weeks),
  }));
  const bars = all.flatMap((range, index): readonly HoldOutBar[] => {
    const own = predicted.filter((customer) => customer.range === index);
    if (own.length === 0) return [];
    return [
      {
        ...range,
        customers: own.length,
        actual: exactSum(own.map(({ later }) => later)) / own.length,
        expected: exactSum(own.map(({ expected }) => expected)) / own.length,
      },
    ];
  });
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
