/** What a KPI comes to for one key. */
export interface Figure {
  /** Null where there is nothing to divide by, or no data at all. */
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Figures beside the value, by the catalogue's id. */
  readonly beside?: Readonly<Record<string, number | null>>;
  /** By the catalogue's id. */
  readonly warnings?: readonly string[];
}

/** By key of the dimension; the total has the empty key alone. */
export type Figures = ReadonlyMap<string, Figure>;

export const noFigure: Figure = { value: null, numerator: null, denominator: null };

export function sumFigure(sum: number | null): Figure {
  return { value: sum, numerator: sum, denominator: null };
}

export function ratioFigure(numerator: number | null, denominator: number | null): Figure {
  return { value: divide(numerator, denominator), numerator, denominator };
}

/** Null where either is missing or there is nothing to divide by; never NaN or infinite. */
export function divide(numerator: number | null, denominator: number | null): number | null {
  return numerator === null || denominator === null || denominator === 0 ? null : numerator / denominator;
}
