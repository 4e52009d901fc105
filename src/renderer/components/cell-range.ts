import type { CellValue } from '@shared/model/dataset';

/** A cell by its place on the screen: row and column count from 0. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** A block of cells: where the selection began, and where it has come to. */
export interface CellRange {
  readonly anchor: CellPlace;
  readonly end: CellPlace;
}

/** The same block by its edges, all inclusive. */
export interface RangeEdges {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface CellEdit {
  readonly id: number;
  readonly field: string;
  readonly value: CellValue;
}

export function edgesOf({ anchor, end }: CellRange): RangeEdges {
  return {
    top: Math.min(anchor.row, end.row),
    bottom: Math.max(anchor.row, end.row),
    left: Math.min(anchor.column, end.column),
    right: Math.max(anchor.column, end.column),
  };
}

export function isInside({ row, column }: CellPlace, { top, bottom, left, right }: RangeEdges): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

export function cellCount({ top, bottom, left, right }: RangeEdges): number {
  return (bottom - top + 1) * (right - left + 1);
}

/** Keeps a place within a grid of so many rows and columns. */
export function clamped({ row, column }: CellPlace, rows: number, columns: number): CellPlace {
  return { row: Math.max(0, Math.min(rows - 1, row)), column: Math.max(0, Math.min(columns - 1, column)) };
}

export interface RangeTotals {
  /** Cells that hold anything. */
  readonly filled: number;
  readonly numbers: number;
  readonly sum: number;
  /** Null without numbers. */
  readonly mean: number | null;
}

/** What the status bar says of a selection. */
export function totalsOf(values: Iterable<CellValue | undefined>): RangeTotals {
  let filled = 0;
  let numbers = 0;
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    if (value === null || value === undefined || value === '') continue;
    filled += 1;
    if (typeof value !== 'number') continue;
    numbers += 1;
    // Compensated (Neumaier 1974), so that cents do not drift.
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return { filled, numbers, sum: sum + lost, mean: numbers === 0 ? null : (sum + lost) / numbers };
}
