import { execFileSync } from 'node:child_process';
import { createReadStream, readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import * as XLSX from 'xlsx';
import { z } from 'zod';
import { columns, writeLargeWorkbook, writeLines, writeWorkbook } from './generated-workbook';
import { importOnce } from './measured-import';
import { alone, compared, type Result } from './report';
import { time, timingOf } from './stopwatch';

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
  const peak = importApart(folder, path, rows, size, 1);
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
  const papaparse = inProcess(`papaparse alone: parse ${text}`, runs, 'papaparse-alone', lines);
  const ours = importApart(folder, lines, longLines, text, runs);
  return [
    importApart(folder, workbook, excelRows - 1, sheet, 1),
    papaparse,
    { ...compared(ours, papaparse), peak: ours.peak },
  ];
}

function importApart(folder: string, path: string, rows: number, what: string, times: number): Result {
  return inProcess(`Import of ${what}`, times, 'import-alone', folder, path, String(rows));
}

const measuredSchema = z.object({ milliseconds: z.number(), peak: z.number() });

/** Does some work in processes of its own, one after the other, whose memory nothing else fills. */
function inProcess(name: string, times: number, task: string, ...args: readonly string[]): Result {
  const program = process.argv[1] ?? '';
  const measured = Array.from({ length: times }, () =>
    measuredSchema.parse(
      JSON.parse(execFileSync(process.execPath, [program, task, ...args], { encoding: 'utf8' })),
    ),
  );
  const elapsed = measured.map(({ milliseconds }) => milliseconds);
  return {
    ...alone(timingOf(`${name} in a process of its own`, elapsed)),
    peak: Math.max(...measured.map(({ peak }) => peak)),
  };
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
