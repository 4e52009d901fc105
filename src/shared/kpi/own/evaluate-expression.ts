import type { Comparison, Expression, FunctionName } from './expression';

/**
 * What a formula comes to. Pure. No value where a measure has none, where it divides by nothing, or where the result is no number,
 * such as the root of a negative one; `if` needs only the value that it chooses.
 */
export function evaluateExpression(
  expression: Expression,
  measureValue: (measure: string) => number | null,
): number | null {
  switch (expression.kind) {
    case 'number':
      return expression.value;
    case 'measure':
      return finite(measureValue(expression.name));
    case 'negative': {
      const operand = evaluateExpression(expression.operand, measureValue);
      return operand === null ? null : -operand;
    }
    case 'comparison':
    case 'arithmetic': {
      const left = evaluateExpression(expression.left, measureValue);
      const right = evaluateExpression(expression.right, measureValue);
      if (left === null || right === null) return null;
      return expression.kind === 'comparison'
        ? Number(compares(left, expression.operator, right))
        : finite(calculated(left, expression.operator, right));
    }
    case 'call':
      return called(expression.name, expression.values, measureValue);
  }
}

function called(
  name: FunctionName,
  values: readonly Expression[],
  measureValue: (measure: string) => number | null,
): number | null {
  const [condition, then, otherwise] = values;
  if (name === 'if') {
    const holds = condition ? evaluateExpression(condition, measureValue) : null;
    const chosen = holds === null ? undefined : holds === 1 ? then : otherwise;
    return chosen ? evaluateExpression(chosen, measureValue) : null;
  }
  const given = values.flatMap((value) => evaluateExpression(value, measureValue) ?? []);
  return given.length < values.length ? null : finite(functionValue(name, given));
}

function functionValue(name: Exclude<FunctionName, 'if'>, values: readonly number[]): number {
  const [first = Number.NaN, second = 0] = values;
  switch (name) {
    case 'min':
      return Math.min(...values);
    case 'max':
      return Math.max(...values);
    case 'abs':
      return Math.abs(first);
    case 'round':
      return rounded(first, second);
    case 'sqrt':
      return Math.sqrt(first);
    case 'ln':
      return Math.log(first);
    case 'log10':
      return Math.log10(first);
    case 'exp':
      return Math.exp(first);
  }
}

/** Halves go away from zero, as in Excel's ROUND. */
function rounded(value: number, decimals: number): number {
  const scale = 10 ** Math.trunc(decimals);
  return (Math.sign(value) * Math.round(Math.abs(value) * scale)) / scale;
}

function calculated(left: number, operator: '+' | '-' | '*' | '/' | '^', right: number): number {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    case '^':
      return left ** right;
  }
}

function compares(left: number, operator: Comparison, right: number): boolean {
  switch (operator) {
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    case '=':
      return left === right;
    case '<>':
      return left !== right;
  }
}

function finite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}
