/**
 * Neumaier's compensated summation as in `exact-sum.ts`, of as many sums as there come to be. What is added can be taken away again:
 * what rounding has lost is kept beside each sum, so that nothing is left of it but in the last bit.
 */
export class CompensatedSums {
  private sums = new Float64Array(1024);
  private lost = new Float64Array(1024);
  /** Sums with what they have lost, once they have been asked for. */
  private shown: Float64Array<ArrayBuffer> | null = null;

  add(index: number, value: number): void {
    if (index >= this.sums.length) this.grow(index);
    const sum = this.sums[index] ?? 0;
    const next = sum + value;
    const lostNow = Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    this.lost[index] = (this.lost[index] ?? 0) + lostNow;
    this.sums[index] = next;
    if (this.shown !== null) this.shown[index] = this.at(index);
  }

  at(index: number): number {
    return (this.sums[index] ?? 0) + (this.lost[index] ?? 0);
  }

  /** The first so many, which later additions change. */
  totals(count: number): Float64Array {
    if (count > this.sums.length) this.grow(count);
    this.shown ??= this.sums.map((sum, index) => sum + (this.lost[index] ?? 0));
    return this.shown.subarray(0, count);
  }

  private grow(index: number): void {
    const length = Math.max(index + 1, this.sums.length * 2);
    const longer = (values: Float64Array) => {
      const grown = new Float64Array(length);
      grown.set(values);
      return grown;
    };
    this.sums = longer(this.sums);
    this.lost = longer(this.lost);
    if (this.shown !== null) this.shown = longer(this.shown);
  }
}
