import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cholesky } from './cholesky';
import type { Distribution } from './distribution';
import { drawInputs } from './draw-inputs';
import { seededUniforms } from './random';
import { correlationOf, ranksOf } from './rank-correlation';

function columnsOf(
  distributions: Readonly<Record<string, Distribution>>,
  pairs: Parameters<typeof drawInputs>[1],
  runs: number,
): Float64Array[] {
  const inputs = Object.entries(distributions).map(([key, distribution]) => ({ key, distribution }));
  const draw = drawInputs(inputs, pairs, seededUniforms(11));
  const one = new Float64Array(inputs.length);
  const columns = inputs.map(() => new Float64Array(runs));
  for (let run = 0; run < runs; run += 1) {
    draw(one);
    for (const [place, column] of columns.entries()) column[run] = one[place] ?? 0;
  }
  return columns;
}

describe('the Cholesky factor', () => {
  it('is that of a worked example', () => {
    // [[4,12,−16],[12,37,−43],[−16,−43,98]] = L·Lᵀ with L = [[2],[6,1],[−8,5,3]]: 2·2, 2·6, 6²+1², 2·−8, 6·−8+5, 8²+5²+3².
    const lower = cholesky([
      [4, 12, -16],
      [12, 37, -43],
      [-16, -43, 98],
    ]);
    expect(lower?.map((row) => [...row])).toEqual([
      [2, 0, 0],
      [6, 1, 0],
      [-8, 5, 3],
    ]);
  });

  it('does not exist for correlations that contradict each other', () => {
    // One like two, two like three, and one the opposite of three.
    const matrix = [
      [1, 0.9, -0.9],
      [0.9, 1, 0.9],
      [-0.9, 0.9, 1],
    ];
    expect(cholesky(matrix)).toBeNull();
  });

  it('multiplied by itself gives the matrix back', () => {
    const entry = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.array(entry, { minLength: 4, maxLength: 4 }), { minLength: 4, maxLength: 4 }),
        (root) => {
          // A·Aᵀ + 1 on the diagonal is positive definite.
          const matrix = root.map((row, i) =>
            root.map((other, j) =>
              row.reduce((sum, value, k) => sum + value * (other[k] ?? 0), i === j ? 1 : 0),
            ),
          );
          const lower = cholesky(matrix);
          expect(lower).not.toBeNull();
          for (const [i, row] of matrix.entries()) {
            for (const [j, value] of row.entries()) {
              const product = (lower?.[i] ?? new Float64Array()).reduce(
                (sum, own, k) => sum + own * (lower?.[j]?.[k] ?? 0),
                0,
              );
              expect(product).toBeCloseTo(value, 9);
            }
          }
        },
      ),
    );
  });
});

describe('drawn inputs', () => {
  const normal = { kind: 'normal', mean: 10, sd: 2 } as const;
  const uniform = { kind: 'uniform', low: 0, high: 1 } as const;

  it('hang together as they are said to', () => {
    const runs = 20_000;
    const [a, b, c] = columnsOf(
      { a: normal, b: normal, c: uniform },
      [
        { between: ['a', 'b'], value: 0.7 },
        { between: ['a', 'c'], value: -0.5 },
      ],
      runs,
    );
    if (!a || !b || !c) throw new Error('three columns are drawn');
    // The standard error of a correlation of 0.7 over 20,000 draws is (1 − 0.49)/√20000 = 0.0036.
    expect(Math.abs((correlationOf(a, b) ?? 0) - 0.7)).toBeLessThan(0.015);
    // Of ranks under a Gaussian copula: 6/π · asin(ρ/2) (Kruskal 1958): 6/π · asin(−0.25) = −0.4826.
    expect(Math.abs((correlationOf(ranksOf(a), ranksOf(c)) ?? 0) + 0.4826)).toBeLessThan(0.02);
    expect(Math.abs(correlationOf(b, c) ?? 0)).toBeLessThan(0.03);
    // Each keeps its own distribution.
    const mean = c.reduce((sum, value) => sum + value, 0) / runs;
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.01);
    expect(Math.min(...c)).toBeGreaterThan(0);
    expect(Math.max(...c)).toBeLessThan(1);
  });

  it('are refused where no numbers can hang together so, or where a correlation names none of them', () => {
    const impossible = [
      { between: ['a', 'b'], value: 0.9 },
      { between: ['b', 'c'], value: 0.9 },
      { between: ['a', 'c'], value: -0.9 },
    ] as const;
    expect(() => columnsOf({ a: normal, b: normal, c: normal }, impossible, 1)).toThrow(
      /correlationsImpossible/,
    );
    const unknown = [{ between: ['a', 'x'], value: 0.5 }] as const;
    expect(() => columnsOf({ a: normal }, unknown, 1)).toThrow(/correlationUnknownInput/);
  });
});

describe('ranks', () => {
  it('share the mean where values are the same', () => {
    expect([...ranksOf(Float64Array.of(10, 30, 20, 20))]).toEqual([1, 4, 2.5, 2.5]);
  });
});
