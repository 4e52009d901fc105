import { basename } from 'node:path';
import type { ColumnMapping, Inspection, SourceSelection, Unpivot } from '@shared/ipc/import';
import { type JobControl, unattended } from '@shared/ipc/operation';
import { isRejectHeading } from '@shared/language/reject-heading';
import { type DatasetId, datasets } from '@shared/model/dataset';
import { type ErrorDescription, QuotabenchError } from '@shared/model/error';
import { type ColumnProfile, profileColumns } from './column-profile';
import { fileDateOrder } from './date-order';
import { clearConfidence, type DatasetMatch, detectDatasets, detectFields } from './detect-mapping';
import { locateTable, type TableArea } from './locate-table';
import { isRateColumn } from './percent-column';
import { readSource } from './read-source';
import { AmendedRows, type SheetRows } from './sheet-rows';
import type { SourceFile, SourceSheet } from './source-sheet';
import { spreadMerges } from './spread-merges';
import { suggestKey } from './suggest-key';
import { canUnpivot, detectWide, lacksYear, titlesOf, unpivotTable, yearIn } from './wide-table';

/** A table that has been found in a file, with what its columns tell. */
export interface LocatedTable {
  readonly file: SourceFile;
  readonly sheet: SourceSheet;
  readonly area: TableArea;
  readonly columns: readonly ColumnProfile[];
  /** The row in which the headings stand in the file, from 0; −1 where there are none. */
  readonly headerRow: number;
  /** How the columns of a wide table were turned into the rows of this one, and how they could be. */
  readonly unpivot: Unpivot | null;
  readonly wide: Unpivot | null;
  /** How many of its rows the program hides, whether they are left out or not. */
  readonly hiddenRows: number;
  /** The year that file, sheet and titles name, for periods that are written without one. */
  readonly year: string | null;
  /** Where a row stands in the file, 1 for the first. */
  sourceRow(row: number): number;
  /** The heading under which a cell of a row stands in the file. */
  sourceHeading(row: number, heading: string): string;
}

/**
 * Reads a file and finds the table that a selection means: without a sheet's name that of the first visible sheet that is
 * clearly a dataset, else of the first that holds anything.
 * @throws QuotabenchError those of `readSource`, `sheetMissing`, `sheetEmpty`, `tableEmpty`.
 */
export async function locateSource(selection: SourceSelection, job: JobControl): Promise<LocatedTable> {
  const { path, encoding, delimiter } = selection;
  const file = await readSource(path, { encoding, delimiter }, job);
  const sheets = candidateSheets(file, selection.sheet);
  const isOpen = sheets.length > 1 && selection.range === undefined && selection.headerRow === undefined;
  const clear = isOpen ? firstClear(file, sheets.slice(0, mostTriedSheets), selection) : null;
  if (clear !== null) return clear;
  const [first] = sheets;
  if (!first) throw new QuotabenchError('sourceEmpty', { file: basename(path) });
  return locateOn(file, first, selection);
}

/** Beyond it a workbook is no longer searched for a sheet that is clear. */
const mostTriedSheets = 30;

function firstClear(
  file: SourceFile,
  sheets: readonly SourceSheet[],
  selection: SourceSelection,
): LocatedTable | null {
  for (const sheet of sheets) {
    try {
      const table = locateOn(file, sheet, selection);
      if ((detectDatasets(table.columns)[0]?.confidence ?? 0) >= clearConfidence) return table;
    } catch (error) {
      if (!(error instanceof QuotabenchError)) throw error;
    }
  }
  return null;
}

function locateOn(file: SourceFile, sheet: SourceSheet, selection: SourceSelection): LocatedTable {
  const area = locateTable(sheet, selection);
  const place = { file: basename(file.path), sheet: sheet.name };
  if (area === null) throw new QuotabenchError('sheetEmpty', place);
  if (area.firstRow >= area.endRow) {
    throw new QuotabenchError('tableEmpty', { ...place, row: area.headerRow + 1 });
  }
  const shown = selection.leaveOutHidden ? withoutHidden(sheet, area) : sheet;
  const columns = profileColumns(shown, area);
  const hiddenRows = hiddenIn(sheet, area).length;
  return tableOf(file, spreadMerges(shown, area, columns), area, columns, selection, hiddenRows);
}

function hiddenIn({ hiddenRows, rows }: SourceSheet, { firstRow, endRow }: TableArea): readonly number[] {
  return [...(hiddenRows ?? [])].filter((row) => row >= firstRow && row < endRow && rows.widthOf(row) > 0);
}

/** Rows keep their numbers: those that are hidden are empty. */
function withoutHidden(sheet: SourceSheet, area: TableArea): SourceSheet {
  const emptied = hiddenIn(sheet, area).map((row) => [row, []] as const);
  return emptied.length === 0 ? sheet : { ...sheet, rows: new AmendedRows(sheet.rows, new Map(emptied)) };
}

/** The table as it stands, or the rows that its columns are turned into. */
function tableOf(
  file: SourceFile,
  sheet: SourceSheet,
  area: TableArea,
  columns: readonly ColumnProfile[],
  selection: SourceSelection,
  hiddenRows: number,
): LocatedTable {
  const about = [basename(file.path), sheet.name, ...titlesOf(sheet, area)];
  const found = selection.unpivot ?? detectWide(columns, about);
  const wide = found !== null && canUnpivot(area, columns, found) ? found : null;
  const { headerRow } = area;
  const year = yearIn(about);
  const long = wide === null ? null : unpivotTable(sheet, area, columns, wide, about);
  const profiles = long === null ? [] : profileColumns(long.sheet, long.area);
  const isClear =
    selection.unpivot !== undefined || (detectDatasets(profiles)[0]?.confidence ?? 0) >= clearConfidence;
  const unpivot = selection.unpivot === null || !isClear ? null : wide;
  if (unpivot === null || long === null) {
    const sourceRow = (row: number) => row + 1;
    return {
      file,
      sheet,
      area,
      columns,
      headerRow,
      unpivot,
      wide,
      year,
      hiddenRows,
      sourceRow,
      sourceHeading: (_, heading) => heading,
    };
  }
  const valueHeading = profiles.at(-1)?.heading;
  return {
    file,
    sheet: long.sheet,
    area: long.area,
    columns: profiles,
    headerRow,
    unpivot,
    wide,
    year,
    hiddenRows,
    sourceRow: (row) => (long.sourceRows[row] ?? row) + 1,
    sourceHeading: (row, heading) =>
      heading === valueHeading ? (long.sourceHeadings[row] ?? heading) : heading,
  };
}

/** The named sheet alone, or the visible ones that hold anything; hidden ones only where no other does. */
function candidateSheets({ path, sheets }: SourceFile, name: string | undefined): readonly SourceSheet[] {
  if (name !== undefined) {
    const named = sheets.find((sheet) => sheet.name === name);
    if (named) return [named];
    const known = sheets.map((sheet) => sheet.name).join(', ');
    throw new QuotabenchError('sheetMissing', { file: basename(path), sheet: name, known });
  }
  const filled = sheets.filter(({ rows }) => rows.length > 0);
  const visible = filled.filter(({ hidden }) => !hidden);
  return [visible, filled, sheets.slice(0, 1)].find((some) => some.length > 0) ?? [];
}

/**
 * Proposes how to import a file: which sheet, header row, dataset and mapping, and how sure that is.
 * @throws QuotabenchError those of `locateSource`.
 */
export async function inspectSource(
  selection: SourceSelection,
  job: JobControl = unattended,
): Promise<Inspection> {
  const table = await locateSource(selection, job);
  const { file, sheet, area, columns } = table;
  const candidates = detectDatasets(columns);
  const chosen = chooseDataset(selection, candidates, columns);
  const matched = new Map(chosen.fields.map((match) => [match.index, match]));
  const order = fileDateOrder(columns, selection);
  return {
    source: basename(file.path),
    sheets: file.sheets.map(({ name, hidden, rows }) => ({
      name,
      hidden,
      rows: rows.length,
      columns: widthOf(rows),
    })),
    sheet: sheet.name,
    headerRow: table.headerRow + 1,
    hiddenRows: table.hiddenRows,
    rowCount: countFilledRows(sheet, area),
    encoding: file.encoding,
    delimiter: file.delimiter,
    locale: localeOf(columns, selection, file),
    dateOrder: order.dateOrder,
    dateOrderAmbiguous: order.ambiguous,
    unpivot: table.unpivot,
    wide: table.wide,
    template: null,
    dataset: chosen.dataset,
    confidence: chosen.confidence,
    candidates: candidates.slice(0, 4).map(({ dataset, confidence }) => ({ dataset, confidence })),
    columns: columns.map((column) => {
      const { index, heading, samples } = column;
      const { field = null, confidence = 0 } = matched.get(index) ?? {};
      const type = typeFor(chosen.dataset, field, column);
      const included = !isRejectHeading(heading);
      return { index, heading, field, included, type, samples: [...samples], confidence };
    }),
    suggestedKey: [...suggestKey(chosen.dataset, table, chosen.fields)],
    notes: notesOf(table, order, selection.leaveOutHidden === true),
  };
}

function chooseDataset(
  { dataset }: SourceSelection,
  candidates: readonly DatasetMatch[],
  columns: readonly ColumnProfile[],
): DatasetMatch {
  const [likeliest] = candidates;
  if (dataset !== undefined) return { dataset, confidence: 1, fields: detectFields(dataset, columns) };
  return likeliest ?? { dataset: 'opportunities', confidence: 0, fields: [] };
}

function countFilledRows({ rows }: SourceSheet, { firstRow, endRow }: TableArea): number {
  let filled = 0;
  for (let row = firstRow; row < endRow; row += 1) if (rows.widthOf(row) > 0) filled += 1;
  return filled;
}

function widthOf(rows: SheetRows): number {
  let widest = 0;
  for (let row = 0; row < rows.length; row += 1) widest = Math.max(widest, rows.widthOf(row));
  return widest;
}

/** How a column is read that fills a field: as what the field holds, with the rates among numbers marked as such. */
function typeFor(dataset: DatasetId, field: string | null, column: ColumnProfile): ColumnMapping['type'] {
  if (isRateColumn(field, column)) return 'percent';
  const kind = datasets[dataset].fields.find(({ id }) => id === field)?.type.kind;
  if (kind === 'date' && column.type !== 'period') return 'date';
  return kind === 'money' || kind === 'number' || kind === 'integer' ? 'number' : column.type;
}

/**
 * The locale that the file's numbers speak for. Where they leave it open, semicolons between columns and dates written with
 * points are signs of decimal commas.
 */
function localeOf(
  columns: readonly ColumnProfile[],
  { locale }: SourceSelection,
  { delimiter }: SourceFile,
): string {
  if (locale !== undefined) return locale;
  const numbers = columns.filter(({ type, fits }) => type !== 'date' && type !== 'period' && fits.number > 0);
  const separators = numbers.flatMap(({ decimalSeparator }) => decimalSeparator ?? []);
  const commas = separators.filter((separator) => separator === ',').length;
  if (commas * 2 !== separators.length) return commas * 2 > separators.length ? 'nb-NO' : 'en-GB';
  const hasPointedDates = columns.some(({ type, samples }) => type === 'date' && samples.some(isPointedDate));
  return delimiter === ';' || hasPointedDates ? 'nb-NO' : 'en-GB';
}

function isPointedDate(text: string): boolean {
  return /^\d{1,2}\.\d{1,2}\.\d{2,4}/.test(text);
}

function notesOf(
  { file, sheet, area, columns, headerRow, unpivot, hiddenRows }: LocatedTable,
  order: ReturnType<typeof fileDateOrder>,
  leavesOutHidden: boolean,
): ErrorDescription[] {
  const notes: ErrorDescription[] = [];
  const note = (code: ErrorDescription['code'], parameters: ErrorDescription['parameters'] = {}) =>
    notes.push({ code, parameters });
  if (headerRow < 0) note('noteNoHeadings');
  if (headerRow > 0) note('noteTitleRows', { row: headerRow + 1 });
  if (unpivot !== null) note('noteUnpivoted', { count: unpivot.columns.length });
  else if (lacksYear(columns, [basename(file.path), sheet.name, ...titlesOf(sheet, area)]))
    note('noteMonthsWithoutYear');
  if (sheet.hidden) note('noteHiddenSheet', { sheet: sheet.name });
  if (hiddenRows > 0) note(leavesOutHidden ? 'noteHiddenLeftOut' : 'noteHiddenRows', { count: hiddenRows });
  if (area.totalRows > 0) note('noteTotalsLeftOut', { count: area.totalRows });
  if (area.remarkRows > 0) note('noteRemarksLeftOut', { count: area.remarkRows });
  if (order.ambiguous) {
    const open = columns.find(({ type, dateOrders }) => type === 'date' && dateOrders !== null);
    note(order.dateOrder === 'dayFirst' ? 'noteDayFirst' : 'noteMonthFirst', {
      column: open?.heading ?? '',
      value: open?.samples[0] ?? '',
    });
  }
  if (file.hasMacros) note('noteMacros');
  return notes;
}
