import type { KpiFilter } from '@shared/kpi/declaration';
import {
  dimensionsOfDataset,
  type MeasureDataset,
  type MeasureId,
  measureDeclared,
} from '@shared/kpi/measure';
import type { MeasureQuery, MeasureRow } from '@shared/kpi/measure-source';
import { dayNumber } from '@shared/model/calendar-date';
import { aggregate, countRows } from './aggregate-rows';
import type { DatasetColumns } from './dataset-columns';
import { groupedRows } from './filtered-rows';
import { monthlyMeasures } from './monthly-measures';
import { type FirstPurchases, rowsPlaced } from './rows-placed';

/**
 * Answers a query of measures from columns in memory. Rows that are placed by a date are taken month by month where that is possible,
 * from tallies that serve all periods; the others one by one.
 */
export function scanMeasures(
  columns: DatasetColumns,
  query: MeasureQuery,
  firstPurchases: FirstPurchases,
): readonly MeasureRow[] {
  const [first] = query.measures;
  if (first === undefined) return [];
  const { dataset, placement } = measureDeclared(first);
  const passing = columns.passing(filterOf(dataset, query.filter));
  const groups = columns.groups(query.by);
  const days = { from: dayNumber(query.range.from), to: dayNumber(query.range.to) };
  const monthly =
    placement.kind === 'dated'
      ? monthlyMeasures(passing, groups, query, { ...days, field: placement.field })
      : null;
  if (monthly !== null)
    return measureRows(groups.keys, monthly.values, query.by.length > 0 ? monthly.rows : null);
  const rows = rowsPlaced(passing, placement, days, firstPurchases);
  const grouped = groupedRows(rows, groups);
  const values = query.measures.map((measure) => aggregate(grouped, columns, measure));
  return measureRows(groups.keys, values, query.by.length > 0 ? countRows(grouped) : null);
}

/** The rows that a measure takes in a period, before its conditions. */
export function rowsOfMeasure(
  columns: DatasetColumns,
  { measure, range, filter }: { readonly measure: MeasureId } & Pick<MeasureQuery, 'range' | 'filter'>,
  firstPurchases: FirstPurchases,
): Int32Array {
  const { dataset, placement } = measureDeclared(measure);
  const days = { from: dayNumber(range.from), to: dayNumber(range.to) };
  return rowsPlaced(columns.passing(filterOf(dataset, filter)), placement, days, firstPurchases);
}

/** @param size how many rows each group has; groups without are left out. Null: all are told. */
function measureRows(
  keys: readonly (readonly string[])[],
  values: readonly Float64Array[],
  size: Float64Array | null,
): readonly MeasureRow[] {
  return keys.flatMap((own, group) =>
    size?.[group] === 0 ? [] : [{ keys: own, values: values.map((measured) => measured[group] ?? 0) }],
  );
}

/** A filter on a dimension that the dataset lacks lets every row pass. */
function filterOf(dataset: MeasureDataset, filter: KpiFilter): KpiFilter {
  return Object.fromEntries(
    Object.entries(filter).filter(
      ([dimension, names]) =>
        names !== undefined && dimensionsOfDataset[dataset].some((known) => known === dimension),
    ),
  );
}
