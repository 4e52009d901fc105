import type { Span } from './expression';
import { formulaError } from './formula-problem';

export type Token = Span &
  (
    | { readonly kind: 'number'; readonly value: number }
    | { readonly kind: 'name'; readonly name: string }
    | { readonly kind: 'symbol'; readonly symbol: string }
  );

/** What people write for the same thing: the signs of a keyboard and those of print, and the separators of two locales. */
const symbols: Readonly<Record<string, string>> = {
  '+': '+',
  '-': '-',
  '−': '-',
  '–': '-',
  '*': '*',
  '×': '*',
  '·': '*',
  '/': '/',
  '÷': '/',
  '^': '^',
  '(': '(',
  ')': ')',
  ',': ',',
  ';': ',',
  '<': '<',
  '<=': '<=',
  '≤': '<=',
  '>': '>',
  '>=': '>=',
  '≥': '>=',
  '=': '=',
  '==': '=',
  '<>': '<>',
  '!=': '<>',
  '≠': '<>',
};

const pattern =
  /(?<space>\s+)|(?<number>(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)|(?<name>[\p{L}_][\p{L}\p{N}_]*)|(?<symbol><=|>=|==|<>|!=|[-−–+*×·/÷^(),;<≤>≥=≠])|(?<other>.)/gsu;

/**
 * The pieces of a formula's text. Decimals are written with a point.
 * @throws FormulaError `formulaCharacter` for one that is no part of any formula.
 */
export function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(pattern)].flatMap((match): Token[] => {
    const { number, name, symbol, other } = match.groups ?? {};
    const span = { from: match.index, to: match.index + match[0].length };
    if (other !== undefined) throw formulaError('formulaCharacter', text, span);
    if (number !== undefined) return [{ kind: 'number', value: Number(number), ...span }];
    if (name !== undefined) return [{ kind: 'name', name, ...span }];
    return symbol === undefined ? [] : [{ kind: 'symbol', symbol: symbols[symbol] ?? symbol, ...span }];
  });
}
