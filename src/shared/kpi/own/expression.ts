/** Where in the text of a formula something stands: the places of its first character and of the one after its last. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '^';
export type Comparison = '<' | '<=' | '>' | '>=' | '=' | '<>';

/** A formula as it was read. There is nothing else that a formula can say: no text, no assignment, no member of anything. */
export type Expression = Span &
  (
    | { readonly kind: 'number'; readonly value: number }
    | { readonly kind: 'measure'; readonly name: string }
    | { readonly kind: 'negative'; readonly operand: Expression }
    | {
        readonly kind: 'arithmetic';
        readonly operator: ArithmeticOperator;
        readonly left: Expression;
        readonly right: Expression;
      }
    | {
        readonly kind: 'comparison';
        readonly operator: Comparison;
        readonly left: Expression;
        readonly right: Expression;
      }
    | { readonly kind: 'call'; readonly name: FunctionName; readonly values: readonly Expression[] }
  );

/** The functions that a formula can use, with the least and the most values that each takes. */
export const formulaFunctions = {
  min: { least: 2, most: 20 },
  max: { least: 2, most: 20 },
  abs: { least: 1, most: 1 },
  round: { least: 1, most: 2 },
  sqrt: { least: 1, most: 1 },
  ln: { least: 1, most: 1 },
  log10: { least: 1, most: 1 },
  exp: { least: 1, most: 1 },
  /** Its first value is a comparison. */
  if: { least: 3, most: 3 },
} as const;
export type FunctionName = keyof typeof formulaFunctions;

export const functionNames = Object.keys(formulaFunctions) as readonly FunctionName[];

/** The names of the measures that a formula uses, each once, in the order in which they first appear. */
export function measuresIn(expression: Expression): readonly string[] {
  return [...new Set(leaves(expression))];
}

function leaves(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case 'number':
      return [];
    case 'measure':
      return [expression.name];
    case 'negative':
      return leaves(expression.operand);
    case 'arithmetic':
    case 'comparison':
      return [...leaves(expression.left), ...leaves(expression.right)];
    case 'call':
      return expression.values.flatMap(leaves);
  }
}
