import { unattended } from '@shared/ipc/operation';
import type { FigureTable } from '@shared/model/table-cell';
import { replaceFile } from '../workspace/replace-file';
import { type TableFile, writeTable } from './write-table';

/**
 * Writes a table that was on the screen.
 * @throws QuotabenchError those of `writeTable`.
 */
export async function writeFigureTable(
  { name, columns, rows }: FigureTable & { readonly name: string },
  file: TableFile,
): Promise<{ readonly path: string }> {
  const { path } = await writeTable({ name, columns, total: rows.length, chunks: [rows] }, file, unattended);
  return { path };
}

/**
 * Writes a picture that was drawn in the window.
 * @throws QuotabenchError those of `replaceFile`.
 */
export async function writeFigurePicture(
  path: string,
  content: Uint8Array,
): Promise<{ readonly path: string }> {
  await replaceFile(path, (file) => file.writeFile(content), 'exportFailed');
  return { path };
}
