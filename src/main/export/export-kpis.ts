import type { KpiResult, KpiRow } from '@shared/ipc/kpi';
import type { JobControl } from '@shared/ipc/operation';
import type { Language } from '@shared/ipc/workspace';
import { type KpiCatalogue, kpiOf } from '@shared/kpi/catalogue';
import { cellFormatOf } from '@shared/kpi/cell-format';
import type { KpiDimension } from '@shared/kpi/declaration';
import { kpiText, tableText } from '@shared/language/sentence';
import { KpiReader, type KpiRequest } from '../database/kpi/kpi-reader';
import type { WorkspaceSession } from '../workspace/workspace-session';
import type { CellFormat, Table, TableCell, TableColumn } from './table';
import { type TableFile, writeTable } from './write-table';

/**
 * Writes KPIs as a table: a row for each, and under it one for each rep, month… where they are split. A percentage is a number that
 * is shown as one: 0.25 is 25 %.
 * @throws QuotabenchError `unknownKpi`, `unknownKpiDimension` and those of `writeTable`.
 */
export async function exportKpis(
  session: WorkspaceSession,
  request: KpiRequest,
  file: TableFile & { readonly language: Language },
  job: JobControl,
): Promise<{ readonly path: string; readonly rows: number }> {
  const reader = new KpiReader(session);
  const results = reader.evaluate(request);
  const { currency } = session.options;
  return writeTable(
    kpiTable(results, request.by ?? null, { catalogue: reader.catalogue, language: file.language, currency }),
    file,
    job,
  );
}

interface Words {
  readonly catalogue: KpiCatalogue;
  readonly language: Language;
  /** ISO 4217. */
  readonly currency: string;
}

function kpiTable(results: readonly KpiResult[], by: KpiDimension | null, words: Words): Table {
  const rows = results.flatMap((result) => [
    kpiRow(result, result, by === null ? null : tableText('total', words.language), words),
    ...result.rows.map((row) => kpiRow(result, row, keyOf(row, words.language), words)),
  ]);
  return {
    name: tableText('sheet.kpis', words.language),
    columns: kpiColumns(by, words.language),
    total: rows.length,
    chunks: [rows.map((cells) => (by === null ? cells.filter((_, index) => index !== splitColumn) : cells))],
  };
}

/** The position of the rep, month… by which KPIs are split. */
const splitColumn = 1;

function kpiColumns(by: KpiDimension | null, language: Language): readonly TableColumn[] {
  const column = (key: Parameters<typeof tableText>[0], format: CellFormat = 'general') => ({
    heading: tableText(key, language),
    format,
  });
  const split =
    by === null ? [] : [{ heading: kpiText(`dimension.${by}`, language), format: 'general' as const }];
  return [
    column('kpi'),
    ...split,
    column('value'),
    column('unit'),
    column('target'),
    column('status'),
    column('numerator', 'money'),
    column('denominator', 'money'),
    column('basis'),
    column('from', 'date'),
    column('to', 'date'),
  ];
}

function kpiRow(
  { id, unit, basis, from, to }: KpiResult,
  { value, numerator, denominator, target, status }: Omit<KpiRow, 'key'>,
  key: string | null,
  { catalogue, language, currency }: Words,
): readonly TableCell[] {
  const inUnit = (amount: number | null): TableCell => ({ value: amount, format: cellFormatOf[unit] });
  return [
    kpiOf(catalogue, id).own?.name ?? kpiText(`${id}.name`, language),
    key,
    inUnit(value),
    tableText(`unit.${unit}`, language, { currency }),
    inUnit(target),
    status === 'none' ? null : kpiText(`status.${status}`, language),
    numerator,
    denominator,
    basis === null ? null : kpiText(`basis.${basis}`, language),
    from,
    to,
  ];
}

function keyOf({ key }: KpiRow, language: Language): string {
  return key === '' ? kpiText('unassigned', language) : key;
}
