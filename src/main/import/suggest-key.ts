import type { DatasetId } from '@shared/model/dataset';
import type { FieldMatch } from './detect-mapping';
import type { LocatedTable } from './inspect-source';
import { rowsBetween } from './sheet-rows';
import { type SourceCell, saysNothing, textOf } from './source-sheet';

/** By what a row of a dataset can be known again, the best first. */
const keys: Readonly<Partial<Record<DatasetId, readonly (readonly string[])[]>>> = {
  reps: [['name']],
  products: [['name']],
  customers: [['name']],
  leads: [['email'], ['name', 'created_on']],
  opportunities: [['deal_id'], ['name', 'created_on'], ['name', 'customer']],
  stage_changes: [['deal', 'stage', 'entered_on']],
  orders: [['order_no'], ['order_no', 'product']],
  activities: [['date', 'rep', 'type']],
  competitor_prices: [['product', 'competitor', 'observed_on']],
  quotas: [
    ['period', 'rep', 'measure'],
    ['period', 'rep'],
    ['period', 'team'],
  ],
  benchmarks: [['kpi', 'period', 'industry', 'source'], ['kpi', 'period'], ['kpi']],
};

/**
 * The fields by which rows of this table can be known again when the table comes next time: those that are filled in every row
 * and never twice the same. Empty where there are none.
 */
export function suggestKey(
  dataset: DatasetId,
  { sheet, area }: Pick<LocatedTable, 'sheet' | 'area'>,
  fields: readonly FieldMatch[],
): readonly string[] {
  const candidates = (keys[dataset] ?? []).map((key) =>
    key.map((field) => ({
      field,
      columns: fields.filter((match) => match.field === field).map(({ index }) => index),
    })),
  );
  const found = candidates.find(
    (key) =>
      key.every(({ columns }) => columns.length > 0) &&
      isUnique(
        rowsBetween(sheet.rows, area.firstRow, area.endRow),
        key.flatMap(({ columns }) => columns),
      ),
  );
  return found?.map(({ field }) => field) ?? [];
}

function isUnique(rows: Iterable<readonly SourceCell[]>, columns: readonly number[]): boolean {
  const seen = new Set<string>();
  for (const cells of rows) {
    if (cells.every(saysNothing)) continue;
    if (columns.some((column) => saysNothing(cells[column]))) return false;
    const key = JSON.stringify(columns.map((column) => textOf(cells[column]).trim().toLowerCase()));
    if (seen.has(key)) return false;
    seen.add(key);
  }
  return seen.size > 0;
}
