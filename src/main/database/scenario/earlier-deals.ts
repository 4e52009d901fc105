import { CompensatedSums } from './compensated-sums';

/** Deals that are open at the end of a period and were created before it, or on no known day. */
export class EarlierDeals {
  private readonly sums = new CompensatedSums();
  private count = 0;

  /** @param sign −1 takes the deal away again. */
  add(amount: number, sign: 1 | -1): void {
    this.count += sign;
    this.sums.add(0, sign * amount);
  }

  get totals(): { readonly deals: number; readonly amount: number } {
    return { deals: this.count, amount: this.sums.at(0) };
  }
}
