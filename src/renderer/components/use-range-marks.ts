import type { CellClassParams, GridApi } from 'ag-grid-community';
import { useCallback, useEffect, useRef } from 'react';
import { type CellRange, cellCount, edgesOf, isInside } from './cell-range';

/**
 * Whether a cell is to be shown as part of the chosen range, once that has more than one cell. The function stays the same as the range
 * changes: column definitions that changed with it would make an editor anew that was just opened, and what was typed into it would be
 * lost.
 *
 * @param leading columns at the left that a range does not count
 */
export function useRangeMarks<Row>(
  api: GridApi<Row> | null,
  range: CellRange | null,
  leading: number,
): (cell: CellClassParams<Row>) => boolean {
  const marked = useRef<CellRange | null>(null);
  useEffect(() => {
    const next = range !== null && cellCount(edgesOf(range)) > 1 ? range : null;
    if (next === marked.current) return;
    marked.current = next;
    api?.refreshCells({ force: true, suppressFlash: true });
  }, [api, range]);
  return useCallback(
    ({ rowIndex, column, node }) => {
      if (api === null || marked.current === null || node.isRowPinned()) return false;
      const place = api.getAllDisplayedColumns().indexOf(column) - leading;
      return isInside({ row: rowIndex, column: place }, edgesOf(marked.current));
    },
    [api, leading],
  );
}
