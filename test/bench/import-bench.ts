import { execFileSync } from 'node:child_process';
import { createReadStream, readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import Papa from 'papaparse';
import * as XLSX from 'xlsx';
import { z } from 'zod';
import { columns, writeLargeWorkbook, writeLines, writeWorkbook } from './generated-workbook';
import { importAlone, importOnce } from './measured-import';
import { alone, compared, type Result } from './report';
import { type Timing, time } from './stopwatch';

const runs = 3;
const excelRows = 1_048_576;
const longLines = 1_000_000;

/**
 * Times imports, and what reading the same files alone costs with the libraries that people know.
 * @param large whether a workbook of Excel's full length and a million lines are imported, too.
 */
export async function benchImport(folder: string, rows: number, large: boolean): Promise<readonly Result[]> {
  const path = await writeWorkbook(folder, rows);
  const size = `${rows.toLocaleString('en')} × ${columns} cells of .xlsx`;
  const sheetJs = await time(`SheetJS alone: parse ${size}`, runs, () =>
    XLSX.read(readFileSync(path), { dense: true }),
  );
  const streaming = await time(`exceljs streaming: read ${size}`, runs, () => streamRows(path, rows));
  const ours = await time(`Import of ${size} into a new workspace`, runs, () =>
    importOnce(folder, path, rows),
  );
  const peak = importApart(folder, path, rows, size);
  const results = [
    alone(sheetJs),
    alone(streaming),
    compared(ours, sheetJs),
    compared(ours, streaming),
    peak,
  ];
  return large ? [...results, ...(await benchLarge(folder))] : results;
}

async function benchLarge(folder: string): Promise<readonly Result[]> {
  const workbook = await writeLargeWorkbook(folder, excelRows - 1);
  const sheet = `${excelRows.toLocaleString('en')} × ${columns} cells of .xlsx`;
  const lines = await writeLines(folder, longLines);
  const text = `${longLines.toLocaleString('en')} lines of .csv`;
  const papaparse = await time(`papaparse alone: parse ${text}`, 1, () =>
    Papa.parse(readFileSync(lines, 'utf8')),
  );
  const ours = importApart(folder, lines, longLines, text);
  return [
    importApart(folder, workbook, excelRows - 1, sheet),
    alone(papaparse),
    { ...compared(ours, papaparse), peak: ours.peak },
  ];
}

const measuredSchema = z.object({ milliseconds: z.number(), peak: z.number() });

/** Imports a file in a process of its own, whose memory nothing else fills. */
function importApart(folder: string, path: string, rows: number, what: string): Result {
  const args = [process.argv[1] ?? '', importAlone, folder, path, String(rows)];
  const printed = execFileSync(process.execPath, args, { encoding: 'utf8' });
  const { milliseconds, peak } = measuredSchema.parse(JSON.parse(printed));
  const once: Timing = {
    name: `Import of ${what} in a process of its own`,
    runs: 1,
    median: milliseconds,
    p95: milliseconds,
    fastest: milliseconds,
  };
  return { ...alone(once), peak };
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
