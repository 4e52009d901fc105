import type { ColumnMapping, ImportPlan, Reject } from '@shared/ipc/import';
import type { CellValue } from '@shared/model/dataset';
import { normalizedHeading } from './heading-names';
import type { LocatedTable } from './inspect-source';
import { isBlank, type SourceCell, textOf } from './source-sheet';

/** A column that fills no field; its cells stay with their row under its heading. */
export interface ExtraColumn {
  readonly index: number;
  readonly heading: string;
  readonly type: ColumnMapping['type'];
}

/** The columns of a plan that fill no field, each under a heading of its own. */
export function extraColumns({ columns }: LocatedTable, plan: ImportPlan): ExtraColumn[] {
  const used = new Set<string>();
  return plan.columns
    .filter(({ field, included }) => field === null && included)
    .map(({ index, heading, type }) => {
      const name =
        heading === ''
          ? (columns.find((column) => column.index === index)?.heading ?? `${index + 1}`)
          : heading;
      const unique = used.has(name) ? `${name} (${index + 1})` : name;
      used.add(unique);
      return { index, heading: unique, type };
    });
}

/** The filled cells of a row's extra columns by heading, as they stand; null where there are none. */
export function extraOf(
  columns: readonly ExtraColumn[],
  cells: readonly SourceCell[],
): Record<string, CellValue> | null {
  const entries = columns.flatMap(({ index, heading }) => {
    const cell = cells[index] ?? null;
    if (isBlank(cell)) return [];
    return [[heading, typeof cell === 'number' ? cell : textOf(cell).trim()] as const];
  });
  return entries.length === 0 ? null : Object.fromEntries(entries);
}

const currencyHeadings: ReadonlySet<string> = new Set([
  'currency',
  'currency code',
  'currency iso code',
  'deal currency',
  'valuta',
  'valutakode',
]);

/** The column that says in which currency a row's amounts are. */
export function currencyColumn(extras: readonly ExtraColumn[]): ExtraColumn | undefined {
  return extras.find(({ heading }) => currencyHeadings.has(normalizedHeading(heading)));
}

/** Why a row in another currency than the workspace's stays out; null where it does not. */
export function currencyReject(
  cells: readonly SourceCell[],
  column: ExtraColumn,
  workspace: string,
  row: number,
): Reject | null {
  const currency = textOf(cells[column.index]).trim().toUpperCase();
  if (currency === '' || currency === workspace) return null;
  const reason = { code: 'otherCurrency', parameters: { currency, workspace } } as const;
  return { row, column: column.heading, value: currency, reason };
}

/** The one currency that all rows of a table name; null where they name none or several. */
export function onlyCurrency(table: LocatedTable, plan: ImportPlan): string | null {
  const column = currencyColumn(extraColumns(table, plan));
  if (!column) return null;
  const { area, sheet } = table;
  const named = new Set<string>();
  for (let row = area.firstRow; row < area.endRow; row += 1) {
    named.add(textOf(sheet.rows.cell(row, column.index)).trim().toUpperCase());
  }
  named.delete('');
  const [first, ...others] = named;
  return first !== undefined && others.length === 0 && /^[A-Z]{3}$/.test(first) ? first : null;
}
