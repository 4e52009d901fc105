import { type ErrorDescription, QuotabenchError } from '../../model/error';
import { type KpiDimension, type RowDimension, rowDimensions, timeDimensions } from '../declaration';
import { figuresOf } from '../evaluate';
import { type Figure, type Figures, ratioFigure, sumFigure } from '../figure';
import {
  type Formula,
  isAdditive,
  type KpiDeclaration,
  measuresOf,
  type OwnKpiPart,
  type OwnKpiTexts,
  type Scope,
} from '../formula';
import { dimensionsOfDataset, type Measure } from '../measure';
import { hasData, keysOf, readColumns } from '../measure-column';
import { evaluateExpression } from './evaluate-expression';
import { type Expression, measuresIn, type Span } from './expression';
import { FormulaError, formulaError } from './formula-problem';
import {
  checkedUnit,
  type FormulaUnit,
  formulaUnitOf,
  isUnitOf,
  kpiUnitOf,
  unitParameter,
} from './formula-unit';
import { isKpiMeasure, type KpiMeasure, mostMeasures, type OwnKpi, type OwnMeasure } from './own-kpi';
import { compileRowsMeasure } from './own-measure';
import { readFormula } from './read-formula';

/** Where in a definition something is wrong: a part of it, the measure of a name, or a stretch of the formula. */
export interface OwnKpiProblem {
  readonly part: 'id' | 'name' | 'unit' | 'measures' | 'formula';
  readonly measure?: string;
  readonly span?: Span;
  readonly error: ErrorDescription;
}

export type CompiledKpi =
  | { readonly ok: true; readonly kpi: KpiDeclaration }
  | { readonly ok: false; readonly problems: readonly OwnKpiProblem[] };

/** What a name in the formula stands for. */
export interface NamedValue {
  readonly name: string;
  readonly unit: FormulaUnit;
  readonly dimensions: readonly RowDimension[];
  readonly isAdditive: boolean;
  readonly formula: Formula;
  readonly kpi?: KpiDeclaration;
}

/**
 * Makes a declaration like those of the catalogue of a KPI that a person has defined. Its formula is worked out over the measures'
 * sums for each part and for the whole, so that totals divide sums by sums. It can be split and narrowed by what all of its measures
 * know.
 * @param known the KPIs that it can build on.
 */
export function compileOwnKpi(definition: OwnKpi, known: readonly KpiDeclaration[]): CompiledKpi {
  const problems: OwnKpiProblem[] = [];
  const values = Object.entries(definition.measures).flatMap(([name, measure]) => {
    try {
      return [namedValue(name, measure, known)];
    } catch (error) {
      problems.push({ part: 'measures', measure: name, error: describe(error) });
      return [];
    }
  });
  const count = Object.keys(definition.measures).length;
  if (count > mostMeasures) {
    problems.push({
      part: 'measures',
      error: { code: 'ownKpiManyMeasures', parameters: { most: mostMeasures } },
    });
  }
  if (count === 0) problems.push({ part: 'measures', error: { code: 'ownKpiNoMeasure', parameters: {} } });
  if (problems.length > 0) return { ok: false, problems };
  try {
    const expression = checkedFormula(definition, values);
    return { ok: true, kpi: declarationOf(definition, expression, values) };
  } catch (error) {
    const span = error instanceof FormulaError ? error.problem : undefined;
    return {
      ok: false,
      problems: [
        {
          part: 'formula',
          ...(span ? { span: { from: span.from, to: span.to } } : {}),
          error: describe(error),
        },
      ],
    };
  }
}

function describe(error: unknown): ErrorDescription {
  if (error instanceof FormulaError) return error.problem.error;
  if (error instanceof QuotabenchError) return error.describe();
  throw error;
}

/** @throws QuotabenchError that says what is wrong with the measure, which the caller names. */
export function namedValue(name: string, measure: OwnMeasure, known: readonly KpiDeclaration[]): NamedValue {
  if (isKpiMeasure(measure)) return kpiValue(name, measure, known);
  const { declaration: unnamed, unit, isAdditive: adds } = compileRowsMeasure(measure);
  const declaration = { ...unnamed, name };
  return {
    name,
    unit,
    dimensions: dimensionsOfDataset[declaration.dataset],
    isAdditive: adds,
    formula: { kind: 'computed', measures: [declaration], figures: (scope) => measured(scope, declaration) },
  };
}

function kpiValue(
  name: string,
  { kpi: id, basis }: KpiMeasure,
  known: readonly KpiDeclaration[],
): NamedValue {
  const kpi = known.find((candidate) => candidate.id === id);
  if (kpi === undefined) {
    throw new QuotabenchError('unknownKpi', { kpi: id, known: known.map((one) => one.id).join(', ') });
  }
  const chosen = kpi.formulas.find((candidate) => basis === undefined || candidate.basis === basis);
  if (chosen === undefined) {
    const bases = kpi.formulas.flatMap((candidate) => candidate.basis ?? []).join(', ');
    throw new QuotabenchError('unknownBasis', { kpi: id, basis: basis ?? '', known: bases || '–' });
  }
  return {
    name,
    unit: formulaUnitOf(kpi.unit),
    dimensions: rowDimensions.filter((dimension) => kpi.dimensions.includes(dimension)),
    isAdditive: isAdditive(kpi),
    formula: chosen.formula,
    kpi,
  };
}

function checkedFormula({ formula, unit }: OwnKpi, values: readonly NamedValue[]): Expression {
  const expression = readFormula(
    formula,
    values.map(({ name }) => name),
  );
  const whole = { from: 0, to: formula.length };
  if (measuresIn(expression).length === 0) throw formulaError('formulaWithoutMeasure', formula, whole);
  const unitOf = (name: string) => valueNamed(values, name).unit;
  const found = checkedUnit(expression, unitOf, formula);
  if (isUnitOf(found, unit)) return expression;
  const parameters = { found: unitParameter(found), unit };
  throw formulaError('formulaDeclaredUnit', formula, whole, parameters);
}

function valueNamed(values: readonly NamedValue[], name: string): NamedValue {
  const found = values.find((value) => value.name === name);
  if (found === undefined) throw new Error(`No measure ${name}.`);
  return found;
}

function declarationOf(
  definition: OwnKpi,
  expression: Expression,
  values: readonly NamedValue[],
): KpiDeclaration {
  const { id, name, description = '', category = 'outcome', unit, direction, formula } = definition;
  const used = measuresIn(expression).map((measure) => valueNamed(values, measure));
  const dimensions: readonly KpiDimension[] = [
    ...timeDimensions,
    ...rowDimensions.filter((dimension) => used.every((value) => value.dimensions.includes(dimension))),
  ];
  const alsoReads = [...new Set(used.flatMap(({ kpi }) => kpi?.alsoReads ?? []))];
  return {
    id,
    own: { name, description, formula, ...partsOf(expression, used, formula) },
    category,
    unit,
    direction,
    dimensions,
    ...(alsoReads.length > 0 ? { alsoReads } : {}),
    ...(used.some(({ kpi }) => kpi?.isFitted) ? { isFitted: true } : {}),
    formulas: [
      {
        basis: null,
        formula: {
          kind: 'computed',
          measures: [...new Set(used.flatMap((value) => measuresOf(value.formula)))],
          isAdditive: used.every((value) => value.isAdditive) && isLinear(expression),
          figures: (scope) => figuresOfExpression(expression, used, scope),
        },
      },
    ],
  };
}

/** The two sides of a quotient. */
function partsOf(
  expression: Expression,
  used: readonly NamedValue[],
  text: string,
): Pick<OwnKpiTexts, 'parts'> {
  if (expression.kind !== 'arithmetic' || expression.operator !== '/') return {};
  const part = (side: Expression): OwnKpiPart => {
    const unit = checkedUnit(side, (name) => valueNamed(used, name).unit, text);
    return { text: text.slice(side.from, side.to), unit: kpiUnitOf(unit) ?? 'number' };
  };
  return { parts: { numerator: part(expression.left), denominator: part(expression.right) } };
}

/** Whether the formula only adds and subtracts measures, or multiplies and divides them by written numbers. */
function isLinear(expression: Expression): boolean {
  switch (expression.kind) {
    case 'measure':
      return true;
    case 'negative':
      return isLinear(expression.operand);
    case 'arithmetic': {
      const { operator, left, right } = expression;
      if (operator === '+' || operator === '-') return isLinear(left) && isLinear(right);
      if (operator === '*') return isFactor(left) ? isLinear(right) : isLinear(left) && isFactor(right);
      return operator === '/' && isLinear(left) && isFactor(right);
    }
    default:
      return false;
  }
}

function isFactor(expression: Expression): boolean {
  return measuresIn(expression).length === 0;
}

function figuresOfExpression(expression: Expression, used: readonly NamedValue[], scope: Scope): Figures {
  const figures = new Map(used.map(({ name, formula }) => [name, figuresOf(formula, scope)]));
  const absent = new Map(used.map((value) => [value.name, whereNothingIs(value, scope)]));
  const keys = scope.by === null ? [''] : keysOf(...figures.values());
  return new Map(
    keys.map((key) => {
      const measureValue = (name: string): number | null => {
        const figure = figures.get(name)?.get(key);
        return figure === undefined ? (absent.get(name) ?? null) : figure.value;
      };
      return [key, figureOf(expression, measureValue)];
    }),
  );
}

/** Of a part that has no rows, a sum or a count is 0; another value there is not. */
function whereNothingIs({ formula, isAdditive: adds }: NamedValue, { source }: Scope): number | null {
  const [first] = measuresOf(formula);
  return adds && first !== undefined && hasData(first, source) ? 0 : null;
}

/** A quotient shows what it divides. */
function figureOf(expression: Expression, measureValue: (name: string) => number | null): Figure {
  if (expression.kind !== 'arithmetic' || expression.operator !== '/') {
    return sumFigure(evaluateExpression(expression, measureValue));
  }
  const numerator = evaluateExpression(expression.left, measureValue);
  const denominator = evaluateExpression(expression.right, measureValue);
  return ratioFigure(numerator, denominator);
}

/** One measure by key; NaN stands for no value where no row has the number. */
function measured(scope: Scope, measure: Measure): Figures {
  if (!hasData(measure, scope.source))
    return scope.by === null ? new Map([['', sumFigure(null)]]) : new Map();
  const column = readColumns(scope, [measure])(measure);
  const found = new Map(
    [...column].map(([key, value]) => [key, sumFigure(Number.isNaN(value) ? null : value)]),
  );
  if (scope.by === null && !found.has('')) found.set('', sumFigure(0));
  return found;
}
