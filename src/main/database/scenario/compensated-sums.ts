/** Neumaier's compensated summation as in `exact-sum.ts`, of as many sums as there come to be. What is added can be taken away again. */
export class CompensatedSums {
  private sums = new Float64Array(1024);
  private lost = new Float64Array(1024);

  add(index: number, value: number): void {
    if (index >= this.sums.length) this.grow(index);
    const sum = this.sums[index] ?? 0;
    const next = sum + value;
    const lostNow = Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    this.lost[index] = (this.lost[index] ?? 0) + lostNow;
    this.sums[index] = next;
  }

  at(index: number): number {
    return (this.sums[index] ?? 0) + (this.lost[index] ?? 0);
  }

  totals(count: number): Float64Array {
    const totals = new Float64Array(count);
    for (let index = 0; index < Math.min(count, this.sums.length); index += 1) totals[index] = this.at(index);
    return totals;
  }

  private grow(index: number): void {
    const length = Math.max(index + 1, this.sums.length * 2);
    const [sums, lost] = [new Float64Array(length), new Float64Array(length)];
    sums.set(this.sums);
    lost.set(this.lost);
    this.sums = sums;
    this.lost = lost;
  }
}
