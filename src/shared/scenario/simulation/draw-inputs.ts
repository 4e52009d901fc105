import { QuotabenchError } from '../../model/error';
import { cholesky } from './cholesky';
import { type Distribution, quantileOf } from './distribution';
import type { Uniforms } from './random';
import { standardNormalProbability, standardNormalQuantile } from './standard-normal';

/** One number that is drawn. */
export interface SimulatedInput {
  readonly key: string;
  readonly distribution: Distribution;
}

export interface CorrelatedPair {
  readonly between: readonly [string, string];
  readonly value: number;
}

/** Writes one draw of all inputs, in their order. */
export type DrawInputs = (into: Float64Array) => void;

/**
 * Draws inputs that hang together as they are said to, by a Gaussian copula (Nelsen 2006, “An Introduction to Copulas”; as in Glasserman
 * 2003, “Monte Carlo Methods in Financial Engineering”, 2.3): standard normals are correlated by the Cholesky factor of the matrix,
 * and each becomes a value of its own distribution with the same probability. Between two normal inputs the correlation is that of
 * their values.
 *
 * @throws QuotabenchError `correlationUnknownInput`; `correlationsImpossible` where no numbers can hang together so.
 */
export function drawInputs(
  inputs: readonly SimulatedInput[],
  pairs: readonly CorrelatedPair[],
  uniform: Uniforms,
): DrawInputs {
  const matrix = correlationMatrix(inputs, pairs);
  if (pairs.every(({ value }) => value === 0)) {
    return (into) => {
      for (const [place, { distribution }] of inputs.entries())
        into[place] = quantileOf(distribution, uniform());
    };
  }
  const lower = cholesky(matrix);
  if (lower === null) throw new QuotabenchError('correlationsImpossible');
  const independent = new Float64Array(inputs.length);
  return (into) => {
    for (const place of inputs.keys()) independent[place] = standardNormalQuantile(uniform());
    for (const [place, { distribution }] of inputs.entries()) {
      const row = lower[place];
      let correlated = 0;
      for (let column = 0; column <= place; column += 1) {
        correlated += (row?.[column] ?? 0) * (independent[column] ?? 0);
      }
      into[place] =
        distribution.kind === 'normal'
          ? distribution.mean + distribution.sd * correlated
          : quantileOf(distribution, standardNormalProbability(correlated));
    }
  };
}

/** @throws QuotabenchError `correlationUnknownInput`. */
function correlationMatrix(
  inputs: readonly SimulatedInput[],
  pairs: readonly CorrelatedPair[],
): readonly (readonly number[])[] {
  const placeOf = (key: string): number => {
    const place = inputs.findIndex((input) => input.key === key);
    if (place >= 0) return place;
    throw new QuotabenchError('correlationUnknownInput', {
      input: key,
      known: inputs.map((input) => input.key).join(', '),
    });
  };
  const matrix = inputs.map((_, row) => inputs.map((__, column): number => (row === column ? 1 : 0)));
  for (const { between, value } of pairs) {
    const [one, other] = [placeOf(between[0]), placeOf(between[1])];
    if (one === other) continue;
    for (const [row, column] of [
      [one, other],
      [other, one],
    ] as const) {
      const own = matrix[row];
      if (own) own[column] = value;
    }
  }
  return matrix;
}
