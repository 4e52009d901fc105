/** Coefficients for g = 7 and nine terms, with which the relative error stays below 1e-14. */
const g = 7;
const first = 0.99999999999980993;
const terms: readonly number[] = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** ln Γ(x) for x > 0, by the approximation of Lanczos (1964). */
export function logGamma(x: number): number {
  let series = first;
  for (let index = 0; index < terms.length; index += 1) series += (terms[index] ?? 0) / (x + index);
  const base = x + g - 0.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(base) - base + Math.log(series);
}
