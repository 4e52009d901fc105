import type { KpiUnit } from '../declaration';
import type { Expression, Span } from './expression';
import { formulaError } from './formula-problem';

/** What a value is measured in, as powers: money per day is money 1, days −1; a plain number, a share or a ratio has no power. */
export interface FormulaUnit {
  readonly money: number;
  readonly days: number;
}

export const plainNumber: FormulaUnit = { money: 0, days: 0 };

export function formulaUnitOf(unit: KpiUnit): FormulaUnit {
  switch (unit) {
    case 'money':
      return { money: 1, days: 0 };
    case 'days':
      return { money: 0, days: 1 };
    case 'money_per_day':
      return { money: 1, days: -1 };
    default:
      return plainNumber;
  }
}

/** The first unit of KPIs in which a formula's unit can be written; null where there is none. */
export function kpiUnitOf(unit: FormulaUnit): KpiUnit | null {
  const units = ['money', 'number', 'days', 'money_per_day'] as const;
  return units.find((candidate) => isUnitOf(unit, candidate)) ?? null;
}

/** As a sentence's parameter: `money^1 days^-1`, which the catalogue's format `formulaUnit` writes in words. */
export function unitParameter({ money, days }: FormulaUnit): string {
  return `money^${money} days^${days}`;
}

/** The units of a KPI that a formula's unit can be declared as. */
export function isUnitOf(unit: FormulaUnit, declared: KpiUnit): boolean {
  return isSame(unit, formulaUnitOf(declared));
}

/**
 * The unit that a formula comes to. Only the same units are added, compared and chosen between; × and ÷ multiply and divide them.
 * A number that is written in the formula takes the unit of what it is added to or compared with.
 * @throws FormulaError with the part whose units do not fit.
 */
export function checkedUnit(
  expression: Expression,
  unitOfMeasure: (name: string) => FormulaUnit,
  text: string,
): FormulaUnit {
  return new UnitChecker(unitOfMeasure, text).unitOf(expression) ?? plainNumber;
}

/** Null is the unit of a written number, which fits any. */
type Found = FormulaUnit | null;

class UnitChecker {
  constructor(
    private readonly unitOfMeasure: (name: string) => FormulaUnit,
    private readonly text: string,
  ) {}

  unitOf(expression: Expression): Found {
    switch (expression.kind) {
      case 'number':
        return null;
      case 'measure':
        return this.unitOfMeasure(expression.name);
      case 'negative':
        return this.unitOf(expression.operand);
      case 'comparison':
        return this.same([expression.left, expression.right], expression);
      case 'arithmetic':
        return this.arithmetic(expression);
      case 'call':
        return this.call(expression);
    }
  }

  private arithmetic(expression: Extract<Expression, { kind: 'arithmetic' }>): Found {
    const { operator, left, right } = expression;
    if (operator === '+' || operator === '-') return this.same([left, right], expression);
    const [one, other] = [this.unitOf(left), this.unitOf(right)];
    if (operator === '^') return this.power(one, right, other);
    if (one === null && other === null) return null;
    const sign = operator === '*' ? 1 : -1;
    const [base, factor] = [one ?? plainNumber, other ?? plainNumber];
    return { money: base.money + sign * factor.money, days: base.days + sign * factor.days };
  }

  /** What has a unit is raised to a written number alone, as the unit would hang on a value otherwise. */
  private power(base: Found, exponent: Expression, exponentUnit: Found): Found {
    this.expectPlain(exponent, exponentUnit);
    if (base === null || isPlain(base)) return base === null ? exponentUnit : base;
    const written = writtenNumber(exponent);
    if (written === null) throw formulaError('formulaPowerOfUnit', this.text, exponent);
    return { money: base.money * written, days: base.days * written };
  }

  private call(expression: Extract<Expression, { kind: 'call' }>): Found {
    const { name, values } = expression;
    const [first, second] = values;
    switch (name) {
      case 'min':
      case 'max':
        return this.same(values, expression);
      case 'if':
        if (first) this.unitOf(first);
        return this.same(values.slice(1), expression);
      case 'abs':
      case 'round':
        if (second) this.expectPlain(second, this.unitOf(second));
        return first ? this.unitOf(first) : null;
      case 'sqrt': {
        const unit = first ? this.unitOf(first) : null;
        return unit && { money: unit.money / 2, days: unit.days / 2 };
      }
      case 'ln':
      case 'log10':
      case 'exp':
        if (first) this.expectPlain(first, this.unitOf(first));
        return plainNumber;
    }
  }

  private same(values: readonly Expression[], whole: Span): Found {
    const units = values.map((value) => this.unitOf(value));
    const known = units.flatMap((unit) => unit ?? []);
    const [first] = known;
    if (first === undefined) return null;
    const other = known.find((unit) => !isSame(unit, first));
    if (other === undefined) return first;
    const parameters = { one: unitParameter(first), other: unitParameter(other) };
    throw formulaError('formulaUnitsDiffer', this.text, whole, parameters);
  }

  private expectPlain(value: Expression, unit: Found): void {
    if (unit === null || isPlain(unit)) return;
    throw formulaError('formulaNeedsNumber', this.text, value, { unit: unitParameter(unit) });
  }
}

function writtenNumber(expression: Expression): number | null {
  if (expression.kind === 'number') return expression.value;
  const operand = expression.kind === 'negative' ? writtenNumber(expression.operand) : null;
  return operand === null ? null : -operand;
}

function isPlain(unit: FormulaUnit): boolean {
  return isSame(unit, plainNumber);
}

function isSame(one: FormulaUnit, other: FormulaUnit): boolean {
  return one.money === other.money && one.days === other.days;
}
