import type { ErrorCode, ErrorDescription, ErrorParameters } from '../../model/error';
import type { Span } from './expression';

/** What is wrong with a formula, and where in its text. */
export interface FormulaProblem extends Span {
  readonly error: ErrorDescription;
}

/** Thrown where a formula is read or its units are checked, and caught where problems are collected. */
export class FormulaError extends Error {
  constructor(readonly problem: FormulaProblem) {
    super(`${problem.error.code} ${JSON.stringify(problem.error.parameters)}`);
    this.name = 'FormulaError';
  }
}

/** The sentence names the spot: the text that is at fault, and its place counted from 1. */
export function formulaError(
  code: ErrorCode,
  text: string,
  { from, to }: Span,
  parameters: ErrorParameters = {},
): FormulaError {
  const spot = { text: text.slice(from, to), position: from + 1 };
  return new FormulaError({ from, to, error: { code, parameters: { ...spot, ...parameters } } });
}
