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

  /**
   * Adds many values: of each row, unless it is NaN or a condition leaves it out, to the sum at its place.
   * @param numbers by row; null where each row counts as 1. @param holds by row, 1 where a condition holds: two of them at most.
   */
  addRows(
    rows: Int32Array,
    places: Int32Array,
    numbers: Float64Array | null,
    holds: readonly Uint8Array[],
  ): void {
    let most = 0;
    for (let index = 0; index < places.length; index += 1) most = Math.max(most, places[index] ?? 0);
    if (most >= this.sums.length) this.grow(most);
    const { sums, lost } = this;
    const [first, second] = holds;
    for (let index = 0; index < rows.length; index += 1) {
      const row = rows[index] ?? 0;
      if (first !== undefined && first[row] !== 1) continue;
      if (second !== undefined && second[row] !== 1) continue;
      const value = numbers === null ? 1 : (numbers[row] ?? Number.NaN);
      if (Number.isNaN(value)) continue;
      const place = places[index] ?? 0;
      const sum = sums[place] ?? 0;
      const next = sum + value;
      const lostNow = Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
      if (lostNow !== 0) lost[place] = (lost[place] ?? 0) + lostNow;
      sums[place] = next;
    }
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
