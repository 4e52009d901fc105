import type { DateRange } from '../model/calendar-date';
import { QuotabenchError } from '../model/error';
import { periodsWithin } from '../model/period';
import { isTimeDimension, type KpiDimension, type KpiFilter, type RowDimension } from './declaration';
import { type Figure, type Figures, noFigure, ratioFigure, sumFigure } from './figure';
import { type Formula, filterWithin, type KpiDeclaration, type Scope } from './formula';
import { hasData, keysOf, readColumns } from './measure-column';
import type { MeasureSource } from './measure-source';

export interface KpiQuestion {
  readonly kpi: KpiDeclaration;
  readonly range: DateRange;
  /** Null or absent: the KPI's first. */
  readonly basis?: string | null;
  readonly by?: KpiDimension | null;
  /** Dimensions that the KPI does not have are left out. */
  readonly filter?: KpiFilter;
}

export interface KpiAnswerRow {
  readonly key: string;
  /** The row's own period, which is a part of the question's where the dimension is time. */
  readonly range: DateRange;
  readonly figure: Figure;
}

export interface KpiAnswer {
  readonly basis: string | null;
  readonly total: Figure;
  /** In the order of time, or of the names with the empty name last; empty when no dimension was asked for. */
  readonly rows: readonly KpiAnswerRow[];
}

/**
 * Evaluates one KPI over a source of measures. Pure: the source is all that it reads.
 * @throws QuotabenchError `unknownBasis`, `unknownKpiDimension`.
 */
export function evaluate(question: KpiQuestion, source: MeasureSource): KpiAnswer {
  const { kpi, range, by = null } = question;
  const { basis, formula } = formulaOf(kpi, question.basis ?? null);
  if (by !== null && !kpi.dimensions.includes(by)) {
    throw new QuotabenchError('unknownKpiDimension', {
      kpi: kpi.id,
      dimension: by,
      known: kpi.dimensions.join(', '),
    });
  }
  const total = { source, range, by: null, filter: filterWithin(kpi, question.filter ?? {}) };
  return { basis, total: totalOf(formula, total), rows: by === null ? [] : rowsOf(formula, total, by) };
}

function formulaOf(kpi: KpiDeclaration, basis: string | null): KpiDeclaration['formulas'][number] {
  const found = kpi.formulas.find((candidate) => basis === null || candidate.basis === basis);
  if (found) return found;
  const known = kpi.formulas.flatMap((candidate) => candidate.basis ?? []).join(', ');
  throw new QuotabenchError('unknownBasis', { kpi: kpi.id, basis: basis ?? '', known: known || '–' });
}

function rowsOf(formula: Formula, total: Scope, by: KpiDimension): readonly KpiAnswerRow[] {
  if (isTimeDimension(by)) {
    const periods = periodsWithin(total.range, by, total.source.options.fiscalYearStart);
    return periods.map(({ key, from, to }) => {
      const range = { from, to };
      return { key, range, figure: totalOf(formula, { ...total, range }) };
    });
  }
  const figures = figuresOf(formula, { ...total, by });
  return inOrder([...figures.keys()], by, total.source).map((key) => ({
    key,
    range: total.range,
    figure: figures.get(key) ?? noFigure,
  }));
}

/** Stages in the order of the sale, everything else by name. */
function inOrder(keys: readonly string[], by: RowDimension, source: MeasureSource): readonly string[] {
  if (by !== 'stage') return [...keys].sort(emptyLast);
  const places = new Map(source.stages().map(({ name }, place) => [name, place]));
  const placeOf = (key: string): number => places.get(key) ?? places.size;
  return [...keys].sort((one, other) => placeOf(one) - placeOf(other));
}

function emptyLast(one: string, other: string): number {
  if (one === '' || other === '') return one === other ? 0 : one === '' ? 1 : -1;
  return one < other ? -1 : 1;
}

function totalOf(formula: Formula, scope: Scope): Figure {
  return figuresOf(formula, scope).get('') ?? noFigure;
}

/** What a formula comes to for each key of the scope; the total lies under the empty key. */
export function figuresOf(formula: Formula, scope: Scope): Figures {
  switch (formula.kind) {
    case 'sum': {
      const sums = readColumns(scope, [formula.measure])(formula.measure);
      if (scope.by === null) {
        const total = hasData(formula.measure, scope.source) ? (sums.get('') ?? 0) : null;
        return new Map([['', sumFigure(total)]]);
      }
      return new Map([...sums].map(([key, sum]) => [key, sumFigure(sum)]));
    }
    case 'ratio':
      return ratioFigures(scope, formula);
    case 'computed':
      return formula.figures(scope);
  }
}

/** Numerator ÷ denominator for each key that has rows for either. */
function ratioFigures(scope: Scope, formula: Extract<Formula, { kind: 'ratio' }>): Figures {
  const { numerator, denominator } = formula;
  const column = readColumns(scope, [numerator, denominator]);
  const part = (id: typeof numerator, key: string): number | null =>
    hasData(id, scope.source) ? (column(id).get(key) ?? 0) : null;
  const keys: readonly string[] = scope.by === null ? [''] : keysOf(column(numerator), column(denominator));
  return new Map(keys.map((key) => [key, ratioFigure(part(numerator, key), part(denominator, key))]));
}
