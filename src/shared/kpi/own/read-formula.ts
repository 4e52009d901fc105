import {
  type ArithmeticOperator,
  type Comparison,
  type Expression,
  type FunctionName,
  formulaFunctions,
  functionNames,
  type Span,
} from './expression';
import { formulaError } from './formula-problem';
import { type Token, tokensOf } from './formula-tokens';

/** Longer formulas are refused, and deeper ones: nothing that a person writes comes near. */
const longest = 2000;
const deepest = 60;

const comparisons: readonly string[] = ['<', '<=', '>', '>=', '=', '<>'];

/**
 * Reads a formula over measures: numbers, the measures' names, + − × ÷ ^, parentheses, the functions of `expression.ts`, and
 * comparisons in the first value of `if`. As in arithmetic, ^ binds stronger than a sign before it and from the right, × and ÷
 * stronger than + and −. The text says nothing else: a name that is neither a measure nor a listed function is refused.
 * @throws FormulaError with the spot that is at fault.
 */
export function readFormula(text: string, measures: readonly string[]): Expression {
  if (text.length > longest) throw formulaError('formulaTooLong', text, { from: longest, to: text.length });
  const reader = new FormulaReader(text, tokensOf(text), measures);
  return reader.whole();
}

/** Reads by recursive descent, one method for each strength of binding. */
class FormulaReader {
  private place = 0;
  private depth = 0;

  constructor(
    private readonly text: string,
    private readonly tokens: readonly Token[],
    private readonly measures: readonly string[],
  ) {}

  whole(): Expression {
    if (this.tokens.length === 0) throw this.error('formulaEmpty', { from: 0, to: this.text.length });
    const read = this.sum();
    const rest = this.tokens[this.place];
    if (rest === undefined) return read;
    throw this.unexpected(rest);
  }

  private sum(): Expression {
    let left = this.product();
    for (;;) {
      const operator = this.takeOperator('+', '-');
      if (operator === null) return left;
      const right = this.product();
      left = { kind: 'arithmetic', operator, left, right, from: left.from, to: right.to };
    }
  }

  private product(): Expression {
    let left = this.signed();
    for (;;) {
      const operator = this.takeOperator('*', '/');
      if (operator === null) return left;
      const right = this.signed();
      left = { kind: 'arithmetic', operator, left, right, from: left.from, to: right.to };
    }
  }

  private signed(): Expression {
    const sign = this.tokens[this.place];
    if (this.takeOperator('-') === null || sign === undefined) return this.power();
    const operand = this.nested(() => this.signed());
    return { kind: 'negative', operand, from: sign.from, to: operand.to };
  }

  private power(): Expression {
    const left = this.primary();
    const operator = this.takeOperator('^');
    if (operator === null) return left;
    const right = this.nested(() => this.signed());
    return { kind: 'arithmetic', operator, left, right, from: left.from, to: right.to };
  }

  private primary(): Expression {
    const token = this.next();
    const { from, to } = token;
    if (token.kind === 'number') return { kind: 'number', value: token.value, from, to };
    if (token.kind === 'name') return this.named(token.name, token);
    if (token.symbol !== '(') throw this.unexpected(token);
    const inner = this.nested(() => this.sum());
    return { ...inner, from, to: this.closed(token) };
  }

  private named(name: string, span: Span): Expression {
    if (this.isSymbol('(')) return this.call(name, span);
    if (this.measures.includes(name)) return { kind: 'measure', name, from: span.from, to: span.to };
    if (functionNames.some((known) => known === name)) throw this.error('formulaFunctionAlone', span);
    throw this.error('formulaUnknownName', span, { known: this.measures.join(', ') || '–' });
  }

  private call(name: string, span: Span): Expression {
    const known = functionNames.find((candidate) => candidate === name);
    if (known === undefined) {
      throw this.error('formulaUnknownFunction', span, { known: functionNames.join(', ') });
    }
    const opening = this.next();
    const values = [this.nested(() => (known === 'if' ? this.comparison() : this.sum()))];
    while (this.isSymbol(',')) {
      this.next();
      values.push(this.nested(() => this.sum()));
    }
    const to = this.closed(opening);
    this.checkCount(known, values.length, { from: span.from, to });
    return { kind: 'call', name: known, values, from: span.from, to };
  }

  private checkCount(name: FunctionName, given: number, span: Span): void {
    const { least, most } = formulaFunctions[name];
    if (given >= least && given <= most) return;
    const code = least === most ? 'formulaValueCount' : 'formulaValueRange';
    throw this.error(code, span, { name, least, most, given });
  }

  private comparison(): Expression {
    const left = this.sum();
    const token = this.tokens[this.place];
    const operator = comparisons.find((known) => token?.kind === 'symbol' && token.symbol === known);
    if (operator === undefined) throw this.error('formulaNoComparison', left);
    this.place += 1;
    const right = this.sum();
    return {
      kind: 'comparison',
      operator: operator as Comparison,
      left,
      right,
      from: left.from,
      to: right.to,
    };
  }

  private nested(read: () => Expression): Expression {
    this.depth += 1;
    if (this.depth > deepest) {
      throw this.error('formulaTooDeep', this.tokens[this.place] ?? this.end());
    }
    const found = read();
    this.depth -= 1;
    return found;
  }

  /** Takes the parenthesis that closes; gives the place after it. */
  private closed(opening: Span): number {
    const token = this.tokens[this.place];
    if (token === undefined) throw this.error('formulaNotClosed', opening);
    if (token.kind !== 'symbol' || token.symbol !== ')') throw this.unexpected(token);
    this.place += 1;
    return token.to;
  }

  private isSymbol(symbol: string): boolean {
    const token = this.tokens[this.place];
    return token?.kind === 'symbol' && token.symbol === symbol;
  }

  private takeOperator(...wanted: readonly ArithmeticOperator[]): ArithmeticOperator | null {
    const found = wanted.find((operator) => this.isSymbol(operator));
    if (found === undefined) return null;
    this.place += 1;
    return found;
  }

  private next(): Token {
    const token = this.tokens[this.place];
    if (token === undefined) throw this.error('formulaEndsEarly', this.end());
    this.place += 1;
    return token;
  }

  /** The last piece, after which something is missing. */
  private end(): Span {
    return this.tokens.at(-1) ?? { from: 0, to: this.text.length };
  }

  private unexpected(token: Token): Error {
    const before = this.tokens[this.tokens.indexOf(token) - 1];
    const after = this.tokens[this.tokens.indexOf(token) + 1];
    if (token.kind === 'symbol' && comparisons.includes(token.symbol)) {
      return this.error('formulaComparisonElsewhere', token);
    }
    if (this.text[token.from] === ',' && before?.kind === 'number' && after?.kind === 'number') {
      return this.error('formulaDecimalComma', { from: before.from, to: after.to });
    }
    return this.error('formulaUnexpected', token);
  }

  private error(...[code, span, parameters]: ErrorOf): Error {
    return formulaError(code, this.text, span, parameters);
  }
}

type ErrorOf = [
  code: Parameters<typeof formulaError>[0],
  span: Span,
  parameters?: Parameters<typeof formulaError>[3],
];
