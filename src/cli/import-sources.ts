import { readFile } from 'node:fs/promises';
import type {
  ColumnMapping,
  EarlierImport,
  ImportBatch,
  ImportPlan,
  Inspection,
  Reject,
  SourceSelection,
} from '@shared/ipc/import';
import { columnTypes } from '@shared/ipc/import';
import { proposedPlan } from '@shared/ipc/proposed-plan';
import { errorSentence } from '@shared/language/sentence';
import { type DatasetId, datasetIds, datasets, isDatasetId } from '@shared/model/dataset';
import { type ErrorDescription, QuotabenchError } from '@shared/model/error';
import { z } from 'zod';
import { clearConfidence, missingFields } from '../main/import/detect-mapping';
import { listTemplates } from '../main/import/mapping-templates';
import { proposeImport } from '../main/import/propose-import';
import { runImport } from '../main/import/run-import';
import type { WorkspaceSession } from '../main/workspace/workspace-session';
import { BadArgument, withProgress } from './command';
import { type Terminal, writeJson } from './terminal';

export interface ImportOptions {
  readonly sheet?: string;
  readonly range?: string;
  readonly as?: string;
  /** Path of a mapping file. */
  readonly mapping?: string;
  readonly key?: readonly string[];
  readonly locale?: string;
  readonly encoding?: string;
  readonly leaveOutHidden?: true;
  /** The name of one of the workspace's own, or the id of a program's. */
  readonly template?: string;
}

export interface ImportedBatch {
  readonly batch: ImportBatch;
  readonly rejects: readonly Reject[];
  readonly confidence: number;
  readonly notes: Inspection['notes'];
}

/**
 * Imports sources one after the other. Of a workbook every visible sheet that is clearly a dataset, unless a sheet or a dataset
 * is named.
 * @throws QuotabenchError those of `inspectSource` and `runImport`, `datasetUnclear`; BadArgument for arguments that make no sense.
 */
export async function importSources(
  session: WorkspaceSession,
  terminal: Terminal,
  sources: readonly string[],
  options: ImportOptions,
): Promise<readonly ImportedBatch[]> {
  const mapping = options.mapping === undefined ? null : await readMapping(options.mapping);
  const template = templateOf(session, options.template);
  const selection = { ...selectionOf(options, mapping), template };
  const batches: ImportedBatch[] = [];
  for (const path of sources) {
    for (const inspection of await inspectSheets(session, { ...selection, path })) {
      const plan = planOf({ ...selection, path }, inspection, options, mapping);
      const { batch, rejects, earlier } = await withProgress(terminal, inspection.source, (job) =>
        runImport(session, plan, job),
      );
      const twice = earlier !== null && batch.inserted > 0;
      const notes = twice ? [...inspection.notes, earlierNote(earlier)] : inspection.notes;
      batches.push({ batch, rejects, confidence: inspection.confidence, notes });
    }
  }
  return batches;
}

function templateOf(session: WorkspaceSession, named: string | undefined): string | undefined {
  if (named === undefined) return undefined;
  const templates = listTemplates(session);
  const found = templates.find(({ id, name, builtIn }) => (builtIn ? id === named : name === named));
  if (found) return found.id;
  const known = templates.map(({ id, name, builtIn }) => (builtIn ? id : name));
  throw new BadArgument(`There is no template ${named}. The templates are: ${known.join(', ')}.`);
}

function earlierNote({ source, importedAt }: EarlierImport): ErrorDescription {
  return { code: 'noteEarlierImport', parameters: { source, date: importedAt.slice(0, 10) } };
}

function selectionOf(
  { sheet, range, as, locale, encoding, leaveOutHidden }: ImportOptions,
  mapping: MappingFile | null,
): Omit<SourceSelection, 'path'> {
  if (as !== undefined && !isDatasetId(as))
    throw new BadArgument(`--as takes one of ${datasetIds.join(', ')}, not ${as}.`);
  if (range !== undefined && !/^[A-Za-z]{1,3}\d{1,7}:[A-Za-z]{1,3}\d{1,7}$/.test(range)) {
    throw new BadArgument(`--range takes cells such as A5:K900, not ${range}.`);
  }
  if (locale !== undefined && !isLocale(locale))
    throw new BadArgument(`--locale takes a locale such as nb-NO, not ${locale}.`);
  const dataset = (as as DatasetId | undefined) ?? mapping?.dataset;
  return {
    sheet: sheet ?? mapping?.sheet,
    range: range?.toUpperCase(),
    headerRow: mapping?.headerRow,
    encoding,
    leaveOutHidden,
    locale: locale ?? mapping?.locale,
    dateOrder: mapping?.dateOrder,
    dataset,
  };
}

function isLocale(locale: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale).length > 0;
  } catch {
    return false;
  }
}

async function inspectSheets(
  session: WorkspaceSession,
  selection: SourceSelection,
): Promise<readonly Inspection[]> {
  const first = await proposeImport(session, selection);
  const named =
    selection.sheet !== undefined || selection.dataset !== undefined || selection.range !== undefined;
  if (named) return [first];
  const others = first.sheets.filter(({ name, hidden, rows }) => !hidden && rows > 1 && name !== first.sheet);
  const inspected = [first];
  for (const { name } of others)
    inspected.push(...(await inspectFilled(session, { ...selection, sheet: name })));
  const clear = inspected.filter(({ confidence }) => confidence >= clearConfidence);
  if (clear.length > 0) return clear;
  throw unclear(first);
}

/** Nothing for a sheet without rows: it does not keep the others out. */
async function inspectFilled(
  session: WorkspaceSession,
  selection: SourceSelection,
): Promise<readonly Inspection[]> {
  try {
    return [await proposeImport(session, selection)];
  } catch (error) {
    if (error instanceof QuotabenchError && ['sheetEmpty', 'tableEmpty'].includes(error.code)) return [];
    throw error;
  }
}

/** Names what is missing where the headings come close to a dataset. */
function unclear({ source, sheet, dataset, columns, headerRow, notes }: Inspection): QuotabenchError {
  if (notes.some(({ code }) => code === 'noteMonthsWithoutYear'))
    return new QuotabenchError('monthsWithoutYear', { file: source, sheet });
  if (headerRow === 0) return new QuotabenchError('headingsMissing', { file: source, sheet });
  const found = new Set(columns.flatMap(({ field }) => field ?? []));
  const missing = missingFields(dataset, found);
  if (found.size < 2 || missing.length === 0) {
    const headings = columns.slice(0, 8).map(({ heading }) => heading);
    return new QuotabenchError('datasetUnclear', { file: source, sheet, headings: headings.join(', ') });
  }
  return new QuotabenchError('datasetIncomplete', {
    file: source,
    sheet,
    dataset,
    fields: missing.join(', '),
  });
}

function planOf(
  selection: SourceSelection,
  inspection: Inspection,
  options: ImportOptions,
  mapping: MappingFile | null,
): ImportPlan {
  const { dataset } = inspection;
  const proposed = proposedPlan(selection, inspection);
  const known = datasets[dataset].fields.map(({ id }) => id);
  for (const field of options.key ?? []) {
    if (!known.includes(field))
      throw new BadArgument(`--key takes fields of ${dataset} (${known.join(', ')}), not ${field}.`);
  }
  return {
    ...proposed,
    columns: mapping ? mappedColumns(proposed.columns, mapping, dataset) : proposed.columns,
    key: [...(options.key ?? mapping?.key ?? [])],
  };
}

const mappedColumnSchema = z.object({
  /** Heading, letter, or position from 0. */
  column: z.union([z.string(), z.number().int().min(0)]),
  field: z.string().nullable(),
  type: z.enum(columnTypes).optional(),
  included: z.boolean().optional(),
});

const mappingFileSchema = z.object({
  dataset: z.enum(datasetIds).optional(),
  sheet: z.string().optional(),
  headerRow: z.number().int().min(0).optional(),
  locale: z.string().optional(),
  dateOrder: z.enum(['dayFirst', 'monthFirst']).optional(),
  key: z.array(z.string()).optional(),
  columns: z.array(mappedColumnSchema),
});
type MappingFile = z.infer<typeof mappingFileSchema>;

/**
 * A mapping file is `{dataset, columns: [{column, field, type}]}`; a batch of the import's own reply, a bare list of columns, or
 * `{heading: field}` will do as well.
 */
async function readMapping(path: string): Promise<MappingFile> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new QuotabenchError('sourceUnreadable', { file: path, detail: error.code ?? error.message });
  });
  try {
    return mappingFileSchema.parse(normalizedMapping(JSON.parse(text)));
  } catch (error) {
    const detail = error instanceof z.ZodError ? (error.issues[0]?.message ?? '') : (error as Error).message;
    throw new BadArgument(`--mapping ${path} is not a mapping of columns to fields: ${detail}.`);
  }
}

function normalizedMapping(document: unknown): unknown {
  if (Array.isArray(document)) return { columns: document };
  if (typeof document !== 'object' || document === null) return document;
  if ('columns' in document) return document;
  if ('mapping' in document) return { ...document, columns: document.mapping };
  return { columns: Object.entries(document).map(([column, field]) => ({ column, field })) };
}

/** The columns of a sheet under a mapping; those that it does not name are kept as extra columns. */
function mappedColumns(
  columns: readonly ColumnMapping[],
  { columns: mapped }: MappingFile,
  dataset: DatasetId,
): ColumnMapping[] {
  for (const { column, field } of mapped) {
    if (field !== null && !datasets[dataset].fields.some(({ id }) => id === field)) {
      throw new QuotabenchError('unknownField', { dataset, field });
    }
    if (!columns.some((candidate) => isNamed(candidate, column))) {
      const known = columns.map(({ heading }) => heading).join(', ');
      throw new BadArgument(`The mapping names the column ${column}, but the sheet has ${known}.`);
    }
  }
  return columns.map((column) => {
    const chosen = mapped.find((candidate) => isNamed(column, candidate.column));
    return {
      index: column.index,
      heading: column.heading,
      field: chosen?.field ?? null,
      included: chosen?.included ?? true,
      type: chosen?.type ?? column.type,
    };
  });
}

function isNamed({ index, heading }: ColumnMapping, name: string | number): boolean {
  return typeof name === 'number'
    ? index === name
    : heading.trim().toLowerCase() === name.trim().toLowerCase();
}

/** Tells what was imported, in the words of the reply or of a person. */
export function reportImport(terminal: Terminal, batches: readonly ImportedBatch[], json: boolean): void {
  if (json) {
    writeJson(terminal, { batches: batches.map(replyOf) });
    return;
  }
  for (const { batch, rejects, confidence, notes } of batches) {
    const fields = batch.mapping.flatMap(({ heading, field }) =>
      field === null ? [] : [`${heading} → ${field}`],
    );
    terminal.stdout.write(
      `${batch.source}, sheet ${batch.sheet}: read as ${batch.dataset} (${Math.round(confidence * 100)} % sure): ${fields.join(', ')}\n` +
        `${batch.rows} rows: ${batch.inserted} inserted, ${batch.updated} updated, ${batch.unchanged} unchanged, ${batch.rejected} rejected\n`,
    );
    for (const note of notes) terminal.stdout.write(`  ${errorSentence(note, 'en')}\n`);
    for (const { row, column, value, reason } of rejects) {
      const where = column === null ? `row ${row}` : `row ${row}, column ${column}`;
      const what = value === null || value === '' ? '' : ` (${value})`;
      terminal.stderr.write(
        `${batch.source}, sheet ${batch.sheet}, ${where}${what}: ${errorSentence(reason, 'en')}\n`,
      );
    }
  }
}

function replyOf({ batch, rejects, confidence, notes }: ImportedBatch): unknown {
  const { source, sheet, dataset, mapping, rows, inserted, updated, unchanged } = batch;
  return {
    source,
    sheet,
    dataset,
    confidence,
    mapping: mapping.map(({ heading, field, type }) => ({ column: heading, field, type })),
    rows,
    inserted,
    updated,
    unchanged,
    rejected: rejects.map(({ row, column, value, reason }) => ({
      row,
      column,
      value,
      reason: errorSentence(reason, 'en'),
    })),
    notes: notes.map((note) => errorSentence(note, 'en')),
  };
}
