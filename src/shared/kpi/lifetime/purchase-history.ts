/** What the models of purchasing know of one customer. Times are in one unit throughout, such as weeks. */
export interface PurchaseHistory {
  /** Repeat purchases: those after the first. */
  readonly repeats: number;
  /** From the first purchase to the last. */
  readonly recency: number;
  /** From the first purchase to the end of the time observed. */
  readonly age: number;
}

export interface RepeatSpending {
  readonly repeats: number;
  /** Mean amount of the repeat purchases. */
  readonly mean: number;
}
