import { expectedPurchases, type FittedPurchaseModel, fitPurchaseModel } from './bg-nbd';
import { expectedSpending, fitSpendingModel, type SpendingModel } from './gamma-gamma';
import type { PurchaseHistory, RepeatSpending } from './purchase-history';

/** A customer's purchases in weeks, and the mean amount of those after the first. */
export type KnownCustomer = PurchaseHistory & RepeatSpending;

export interface CustomerModel {
  readonly buying: FittedPurchaseModel;
  readonly spending: SpendingModel;
  /** How many customers it was fitted to. */
  readonly customers: number;
}

/** With fewer customers who have come back there is no telling what others will do. */
export const fewestRepeatingCustomers = 50;

/** More customers do not make the parameters noticeably surer, but the fit slower. */
const mostFitted = 4000;

const horizonMonths = 12;
const weeksOfMonth = 365.25 / 12 / 7;
/** A year from now, money is worth less by this part. */
export const yearlyDiscount = 0.1;

/** Why there is no model: too few customers have come back; a fit did not come to rest; or the mean amount of all would be infinite. */
export type CustomerModelFit =
  | { readonly kind: 'fitted'; readonly model: CustomerModel }
  | { readonly kind: 'tooFew'; readonly repeating: number }
  | { readonly kind: 'unsettled' }
  | { readonly kind: 'noMean' };

/** Fits BG/NBD to all customers and Gamma-Gamma to those with repeat purchases; of more than 4,000 customers, to evenly spread ones. */
export function fitCustomerModel(all: readonly KnownCustomer[]): CustomerModelFit {
  const step = Math.ceil(all.length / mostFitted);
  const customers = all.filter((_, index) => index % step === 0);
  const repeating = customers.filter(({ repeats, mean }) => repeats > 0 && mean > 0);
  if (repeating.length < fewestRepeatingCustomers) return { kind: 'tooFew', repeating: repeating.length };
  const buying = fitPurchaseModel(customers);
  const spending = fitSpendingModel(repeating);
  if (buying === null || spending === null) return { kind: 'unsettled' };
  if (spending.q <= 1) return { kind: 'noMean' };
  return { kind: 'fitted', model: { buying, spending, customers: customers.length } };
}

/**
 * What a customer is expected to bring in the next 12 months: the purchases expected in each month × the expected amount, discounted
 * by 10 % a year from the month's end (Fader, Hardie & Lee 2005, "RFM and CLV: Using Iso-Value Curves", in months instead of
 * continuously).
 */
export function predictedValue({ buying, spending }: CustomerModel, customer: KnownCustomer): number {
  // Amounts of 0 or less, such as returns, tell nothing of what a purchase is worth.
  const known = customer.mean > 0 ? customer : { repeats: 0, mean: 0 };
  const amount = expectedSpending(spending, known) ?? 0;
  let value = 0;
  let before = 0;
  for (let month = 1; month <= horizonMonths; month += 1) {
    const purchases = expectedPurchases(buying, customer, month * weeksOfMonth);
    value += ((purchases - before) * amount) / (1 + yearlyDiscount) ** (month / 12);
    before = purchases;
  }
  return value;
}
