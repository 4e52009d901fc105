import { type CurrencyMark, currencyMarkIn } from '@shared/format/currency-mark';
import type { ColumnMapping, ImportPlan, Reject } from '@shared/ipc/import';
import { datasets } from '@shared/model/dataset';
import { normalizedHeading } from './heading-names';
import type { LocatedTable } from './inspect-source';
import { noCode, type RowCells } from './row-cells';
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

/** Cells of extra columns are texts of a few kinds over and over; no more of them are kept. */
const mostKnownCells = 20_000;

const mostKnownRows = 20_000;

interface KnownRows {
  /** Not yet written where undefined, and null for a row without filled cells. */
  written: string | null | undefined;
  readonly next: Map<number, KnownRows>;
}

/** Writes the filled cells of a row's extra columns by heading, as they stand: a JSON object. */
export class ExtraWriter {
  private readonly keys: readonly string[];
  private readonly known: readonly Map<SourceCell, string>[];
  private readonly seen = new Set<string>();
  /** What rows came to, by the codes of their extra cells one after the other. */
  private readonly knownRows: KnownRows = { written: undefined, next: new Map() };
  private knownCount = 0;

  constructor(private readonly columns: readonly ExtraColumn[]) {
    this.keys = columns.map(({ heading }) => `${JSON.stringify(heading)}:`);
    this.known = columns.map(() => new Map());
  }

  /** The headings under which a cell has been written, in the order in which they came. */
  get names(): Iterable<string> {
    return this.seen;
  }

  /** Null where no cell is filled. */
  write(row: RowCells): string | null {
    const known = this.knownRow(row);
    if (known === null) return this.written(row.cells);
    if (known.written === undefined) known.written = this.written(row.cells);
    return known.written;
  }

  /** The place of rows of these cells; null where one is filled and has no code, or where too many rows are known. */
  private knownRow({ cells, codes }: RowCells): KnownRows | null {
    let known = this.knownRows;
    for (const { index } of this.columns) {
      const code = codes[index] ?? noCode;
      if (code === noCode && !isBlank(cells[index])) return null;
      let next = known.next.get(code);
      if (next === undefined) {
        if (this.knownCount >= mostKnownRows) return null;
        this.knownCount += 1;
        next = { written: undefined, next: new Map() };
        known.next.set(code, next);
      }
      known = next;
    }
    return known;
  }

  private written(cells: readonly SourceCell[]): string | null {
    const { columns, keys } = this;
    let written = '';
    for (let at = 0; at < columns.length; at += 1) {
      const { index, heading } = columns[at] as ExtraColumn;
      const cell = cells[index] ?? null;
      if (isBlank(cell)) continue;
      this.seen.add(heading);
      written += `${written === '' ? '{' : ','}${keys[at]}${this.json(at, cell)}`;
    }
    return written === '' ? null : `${written}}`;
  }

  private json(at: number, cell: SourceCell): string {
    if (typeof cell === 'number') return JSON.stringify(cell);
    const known = this.known[at] as Map<SourceCell, string>;
    const found = known.get(cell);
    if (found !== undefined) return found;
    const json = JSON.stringify(textOf(cell).trim());
    if (known.size < mostKnownCells) known.set(cell, json);
    return json;
  }
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

/** The one currency that a table names, in a column or by marks in its amounts; null where it names none or several. */
export function onlyCurrency(table: LocatedTable, plan: ImportPlan): string | null {
  const column = currencyColumn(extraColumns(table, plan));
  if (!column) return markedCurrency(table, plan);
  const { area, sheet } = table;
  const named = new Set<string>();
  for (let row = area.firstRow; row < area.endRow; row += 1) {
    named.add(textOf(sheet.rows.cell(row, column.index)).trim().toUpperCase());
  }
  named.delete('');
  const [first] = named;
  return first !== undefined && named.size === 1 && /^[A-Z]{3}$/.test(first) ? first : null;
}

/** `kr` stands for several, so it names none. */
function markedCurrency(table: LocatedTable, plan: ImportPlan): string | null {
  const { columns } = table;
  const amounts = plan.columns.filter(
    ({ field, included }) =>
      included && datasets[plan.dataset].fields.some(({ id, type }) => id === field && type.kind === 'money'),
  );
  const marks = columns
    .filter(({ index }) => amounts.some((column) => column.index === index))
    .flatMap(({ index, distinct }) => [
      ...distinct.flatMap((text) => currencyMarkIn(text) ?? []),
      ...shownCurrencies(table, index),
    ]);
  const possible = marks.map(({ currencies }) => currencies);
  const shared = (possible[0] ?? []).filter((currency) => possible.every((one) => one.includes(currency)));
  // A dollar sign alone is most often that of the United States.
  const [only] = shared.includes('USD') ? ['USD'] : shared.length === 1 ? shared : [];
  return only ?? null;
}

/** The different currencies that the number formats of a column show. */
function shownCurrencies({ area, sheet: { rows } }: LocatedTable, index: number): readonly CurrencyMark[] {
  if (!rows.showsCurrencies) return [];
  const shown = new Map<string, CurrencyMark>();
  for (let row = area.firstRow; row < area.endRow; row += 1) {
    const currency = rows.currency(row, index);
    if (currency !== null) shown.set(currency.mark, currency);
  }
  return [...shown.values()];
}
