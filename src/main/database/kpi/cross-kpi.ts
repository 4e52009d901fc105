import type { KpiCrossing, KpiPart } from '@shared/ipc/kpi';
import { kpiOf } from '@shared/kpi/catalogue';
import {
  filterDimensions,
  isTimeDimension,
  type KpiDimension,
  type KpiFilter,
  type RowDimension,
} from '@shared/kpi/declaration';
import type { DateRange } from '@shared/model/calendar-date';
import { QuotabenchError } from '@shared/model/error';
import { periodsWithin } from '@shared/model/period';
import type { KpiReader } from './kpi-reader';

export interface CrossRequest extends DateRange {
  readonly kpi: string;
  readonly basis?: string;
  readonly by: RowDimension;
  readonly across: KpiDimension;
  readonly filter?: KpiFilter;
}

/** More columns than these are not read; of members the largest are shown, of periods the last. */
const mostColumns = 24;

interface ColumnScope extends DateRange {
  readonly filter: KpiFilter;
}

/**
 * A KPI split by one dimension down and another across. Each column is the KPI narrowed to one member or period, or each row where
 * no KPI is narrowed to the members across, so that its cells divide sums by sums as everywhere.
 * @throws QuotabenchError `unknownKpi`, `unknownBasis`; `unknownKpiDimension` for one that the KPI lacks and for one dimension
 *   crossed with itself.
 */
export function crossKpi(kpis: KpiReader, request: CrossRequest): KpiCrossing {
  const { kpi, by, across } = request;
  if (across === by) {
    const known = kpiOf(kpis.catalogue, kpi).dimensions.filter((own) => own !== by);
    throw new QuotabenchError('unknownKpiDimension', { kpi, dimension: across, known: known.join(', ') });
  }
  const down = filterDimensions.find((dimension) => dimension === by);
  if (isTimeDimension(across) || filterDimensions.some((dimension) => dimension === across) || !down) {
    return narrowedColumns(kpis, request, mostColumns);
  }
  return turned(narrowedColumns(kpis, { ...request, by: across, across: down }, Number.POSITIVE_INFINITY));
}

/** @param most as many columns are read; of members the largest, of periods the last. */
function narrowedColumns(kpis: KpiReader, request: CrossRequest, most: number): KpiCrossing {
  const { kpi, basis, by, across, from, to, filter = {} } = request;
  const scopeOf = columnScopes(request, kpis);
  const evaluate = (scope: ColumnScope, split: KpiDimension) => {
    const [result] = kpis.evaluate({ ...scope, kpis: [kpi], basis, by: split });
    if (result === undefined) throw new QuotabenchError('unknownKpi', { kpi, known: '' });
    return result;
  };
  const whole = { from, to, filter };
  const all = evaluate(whole, across).rows;
  const shown = chosenColumns(all, across, most);
  const columns = shown.map((column) => ({
    ...part(column),
    key: column.key,
    cells: new Map(evaluate(scopeOf(column.key), by).rows.map((row) => [row.key, part(row)])),
  }));
  const total = evaluate(whole, by);
  return {
    columns: columns.map(({ cells: _, ...column }) => column),
    omitted: all.length - shown.length,
    rows: total.rows.map((row) => ({
      ...part(row),
      key: row.key,
      cells: columns.map(({ cells }) => cells.get(row.key) ?? null),
    })),
    total: part(total),
  };
}

function chosenColumns<Column extends KpiPart>(
  all: readonly Column[],
  across: KpiDimension,
  most: number,
): readonly Column[] {
  if (most === Number.POSITIVE_INFINITY) return all;
  if (isTimeDimension(across)) return all.slice(-most);
  return [...all].sort((one, other) => (other.value ?? -Infinity) - (one.value ?? -Infinity)).slice(0, most);
}

/** Rows as columns and columns as rows. */
function turned({ columns, rows, total }: KpiCrossing): KpiCrossing {
  const shown = rows.slice(0, mostColumns);
  return {
    columns: shown.map(({ cells: _, ...column }) => column),
    omitted: rows.length - shown.length,
    rows: columns.map((column, index) => ({
      ...column,
      cells: shown.map(({ cells }) => cells[index] ?? null),
    })),
    total,
  };
}

function part({ value, numerator, denominator }: KpiPart): KpiPart {
  return { value, numerator, denominator };
}

/** What each column is narrowed to, by its key. */
function columnScopes(
  { kpi, by, across, from, to, filter = {} }: CrossRequest,
  { catalogue, measures }: KpiReader,
): (key: string) => ColumnScope {
  if (isTimeDimension(across)) {
    const periods = new Map(
      periodsWithin({ from, to }, across, measures.options.fiscalYearStart).map((period) => [
        period.key,
        period,
      ]),
    );
    return (key) => {
      const period = periods.get(key);
      return { from: period?.from ?? from, to: period?.to ?? to, filter };
    };
  }
  const dimension = filterDimensions.find((candidate) => candidate === across);
  if (dimension === undefined) {
    const known = kpiOf(catalogue, kpi).dimensions.filter((own) => own !== by);
    throw new QuotabenchError('unknownKpiDimension', { kpi, dimension: across, known: known.join(', ') });
  }
  return (key) => ({ from, to, filter: { ...filter, [dimension]: [key] } });
}
