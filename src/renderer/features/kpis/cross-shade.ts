/** The deepest ground, in per cent of the colour, on which text still stands out. */
const deepest = 32;

/** How deep a cell's ground is, in per cent of the colour: none for the smallest of the values, the deepest for the largest. */
export function shadeOf(values: readonly (number | null)[]): (value: number | null) => number {
  const known = values.filter((value) => value !== null);
  const [smallest, largest] = [Math.min(...known), Math.max(...known)];
  return (value) =>
    value === null || largest <= smallest
      ? 0
      : Math.round((deepest * (value - smallest)) / (largest - smallest));
}
