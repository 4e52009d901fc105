import type { FileHandle } from 'node:fs/promises';
import type { JobControl } from '@shared/ipc/operation';
import { replaceFile } from '../workspace/replace-file';
import { byteOrderMark, csvLine } from './csv-text';
import type { Table } from './table';
import { writeWorkbook } from './workbook-file';
import { ZipFile } from './zip-file';

export type TableFormat = 'xlsx' | 'csv';

/** Where a table goes, and how. */
export interface TableFile {
  readonly path: string;
  readonly format: TableFormat;
  /** BCP 47, for numbers in text files. */
  readonly locale: string;
}

/**
 * Writes a table to a file, which is replaced as a whole.
 * @throws QuotabenchError those of `replaceFile`, `exportFailed`, `exportTextTooLong`, `cancelled`; then the file is as it was.
 */
export async function writeTable(
  table: Table,
  { path, format, locale }: TableFile,
  job: JobControl,
): Promise<{ readonly path: string; readonly rows: number }> {
  const written = async (rows: number): Promise<void> => {
    job.progress(rows, table.total);
    await job.breathe();
  };
  const write = async (file: FileHandle): Promise<void> => {
    if (format === 'csv') await writeText(file, table, locale, written);
    else await writeWorkbook(new ZipFile(file), table, written);
  };
  await replaceFile(path, write, 'exportFailed');
  return { path, rows: table.total };
}

async function writeText(
  file: FileHandle,
  table: Table,
  locale: string,
  written: (rows: number) => Promise<void>,
): Promise<void> {
  const headings = table.columns.map(({ heading }) => heading);
  await file.write(byteOrderMark + csvLine(headings, locale));
  let rows = 0;
  for (const chunk of table.chunks) {
    await file.write(chunk.map((row) => csvLine(row, locale)).join(''));
    rows += chunk.length;
    await written(rows);
  }
}
