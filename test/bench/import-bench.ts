import { createReadStream, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import * as XLSX from 'xlsx';
import { inspectSource } from '../../src/main/import/inspect-source';
import { runImport } from '../../src/main/import/run-import';
import { WorkspaceSession } from '../../src/main/workspace/workspace-session';
import { columns, writeWorkbook } from './generated-workbook';
import { type Timing, time } from './stopwatch';

const runs = 3;
const unattended = { progress: () => undefined, breathe: async () => undefined };

/** Times the import of one workbook, and what reading it alone costs with the libraries that people know. */
export async function benchImport(folder: string, rows: number): Promise<readonly Timing[]> {
  const path = await writeWorkbook(folder, rows);
  const size = `${rows.toLocaleString('en')} × ${columns} cells of .xlsx`;
  const ours = await time(`Import of ${size} into a new workspace`, runs, () =>
    importOnce(folder, path, rows),
  );
  return [
    await time(`SheetJS alone: parse ${size}`, runs, () => XLSX.read(readFileSync(path), { dense: true })),
    await time(`exceljs streaming: read ${size}`, runs, () => streamRows(path, rows)),
    ours,
  ];
}

/** As the window does it: find sheet, columns and dataset, then import. */
async function importOnce(folder: string, path: string, rows: number): Promise<void> {
  const workspace = join(folder, 'import.qbench');
  const session = await WorkspaceSession.create(workspace);
  const selection = { path };
  const { sheet, headerRow, dataset, locale, dateOrder, columns: mapped } = await inspectSource(selection);
  const plan = { ...selection, sheet, headerRow, dataset, locale, dateOrder, columns: mapped, key: [] };
  const { batch } = await runImport(session, plan, unattended);
  session.close();
  await rm(workspace);
  if (batch.inserted !== rows) throw new Error(`${batch.inserted} of ${rows} rows were imported.`);
}

async function streamRows(path: string, rows: number): Promise<void> {
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(createReadStream(path), {
    sharedStrings: 'cache',
    styles: 'cache',
    worksheets: 'emit',
  });
  let cells = 0;
  for await (const worksheet of reader) {
    for await (const row of worksheet) cells += row.cellCount;
  }
  if (cells < rows * columns) throw new Error(`${cells} cells were read.`);
}
