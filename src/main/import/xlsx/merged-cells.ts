import { columnNumber } from '../locate-table';
import type { MergedCells } from '../source-sheet';

const mostMerges = 100_000;

/** The merged cells of a sheet, which stand behind its cells: ECMA-376 part 1, 18.3.1.55. */
export function mergesIn(xml: Buffer): readonly MergedCells[] {
  const start = xml.lastIndexOf('<mergeCells');
  const end = start < 0 ? -1 : xml.indexOf('</mergeCells>', start);
  if (end < 0) return [];
  const merges: MergedCells[] = [];
  for (const [, reference = ''] of xml.toString('latin1', start, end).matchAll(/\sref="([^"]+)"/g)) {
    const cells = /^\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?$/i.exec(reference);
    if (cells === null) continue;
    const [, column = '', row = '', lastColumn = column, lastRow = row] = cells;
    merges.push({
      firstRow: Number(row) - 1,
      lastRow: Number(lastRow) - 1,
      firstColumn: columnNumber(column),
      lastColumn: columnNumber(lastColumn),
    });
    if (merges.length === mostMerges) break;
  }
  return merges;
}
