import * as XLSX from 'xlsx';
import type { MergedCells } from '../source-sheet';

const mostMerges = 100_000;

/** The merged cells of a sheet, which stand behind its cells: ECMA-376 part 1, 18.3.1.55. */
export function mergesIn(xml: Buffer): readonly MergedCells[] {
  const start = xml.lastIndexOf('<mergeCells');
  const end = start < 0 ? -1 : xml.indexOf('</mergeCells>', start);
  if (end < 0) return [];
  const merges: MergedCells[] = [];
  for (const [, reference = ''] of xml.toString('latin1', start, end).matchAll(/\sref="([^"]+)"/g)) {
    const { s, e } = XLSX.utils.decode_range(reference);
    merges.push({ firstRow: s.r, lastRow: e.r, firstColumn: s.c, lastColumn: e.c });
    if (merges.length === mostMerges) break;
  }
  return merges;
}
