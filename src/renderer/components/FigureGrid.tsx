import { useCallbackRef } from '@mantine/hooks';
import {
  AllCommunityModule,
  type ColDef,
  type Column,
  type GetRowIdParams,
  type GridApi,
  ModuleRegistry,
  type RowClassParams,
  type SuppressKeyboardEventParams,
} from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { type ClipboardEvent, useMemo, useState } from 'react';
import { type CellPlace, type CellRange, clamped, edgesOf } from './cell-range';
import { readClipboardTable, writeClipboardTable } from './clipboard-table';
import classes from './FigureGrid.module.css';
import { gridIcons, gridTheme } from './grid-theme';
import { useRangeMarks } from './use-range-marks';

ModuleRegistry.registerModules([AllCommunityModule]);

export interface FigureCell {
  /** As it is typed; empty where nothing is set. */
  readonly typed: string;
  /** As it is read. */
  readonly shown: string;
  /** Not set here, but worked out from elsewhere. */
  readonly isDerived: boolean;
}

export interface FigureRow {
  readonly id: string;
  readonly label: string;
  /** The whole stands out, a member is set in. */
  readonly rank: 'whole' | 'part' | 'member';
  /** By the column's key. */
  readonly cells: Readonly<Record<string, FigureCell>>;
}

/** A row of sums under the grid, which cannot be edited. */
export interface SummedRow extends FigureRow {
  /** Columns whose sum asks for attention. */
  readonly warned: readonly string[];
}

/** What was typed or pasted into a cell; empty text takes away what is set. */
export interface FigureEdit {
  readonly row: string;
  readonly column: string;
  readonly text: string;
}

export interface FigurePlace {
  readonly row: string;
  readonly column: string;
}

interface FigureGridProps {
  readonly label: string;
  /** Over the names of the rows. */
  readonly rowHeading: string;
  /** What cannot be typed into is read-only. The same array as long as nothing in it changes, for the sake of an open editor. */
  readonly columns: readonly {
    readonly key: string;
    readonly label: string;
    readonly isReadOnly?: boolean;
  }[];
  readonly rows: readonly FigureRow[];
  readonly sums: readonly SummedRow[];
  /** All edits of one paste, fill or keystroke together. */
  onEdit(edits: readonly FigureEdit[]): void;
  onFocus(place: FigurePlace): void;
}

const labelColumn = 'label';

// Options that are others from one rendering to the next would make the columns anew, and an editor that is open with them.
const rowId = ({ data }: GetRowIdParams<FigureRow>) => data.id;
const rowClass = ({ node }: RowClassParams<FigureRow>) => (node.isRowPinned() ? classes.summed : undefined);

const steps: Readonly<Record<string, CellPlace>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

/** Numbers by row and column, typed, pasted, copied, filled down and emptied as in a spreadsheet. */
export function FigureGrid({ label, rowHeading, columns, rows, sums, onEdit, onFocus }: FigureGridProps) {
  const [api, setApi] = useState<GridApi<FigureRow> | null>(null);
  const [range, setRange] = useState<CellRange | null>(null);

  const inRange = useRangeMarks(api, range, 1);

  const definitions = useMemo(
    (): ColDef<FigureRow>[] => [
      {
        colId: labelColumn,
        headerName: rowHeading,
        valueGetter: ({ data }) => data?.label,
        pinned: 'left',
        width: 210,
        editable: false,
        cellClassRules: {
          [classes.whole ?? '']: ({ data }) => data?.rank === 'whole',
          [classes.member ?? '']: ({ data }) => data?.rank === 'member',
        },
      },
      ...columns.map(
        ({ key, label: heading, isReadOnly = false }): ColDef<FigureRow> => ({
          colId: key,
          headerName: heading,
          headerClass: 'ag-right-aligned-header',
          minWidth: 112,
          flex: 1,
          editable: ({ node }) => !isReadOnly && !node.isRowPinned(),
          cellEditor: 'agTextCellEditor',
          valueGetter: ({ data }) => data?.cells[key]?.typed ?? '',
          valueFormatter: ({ data }) => data?.cells[key]?.shown ?? '',
          cellClass: classes.number,
          cellClassRules: {
            [classes.derived ?? '']: ({ data }) => data?.cells[key]?.isDerived === true,
            [classes.warned ?? '']: ({ data }) => isSummed(data) && data.warned.includes(key),
            [classes.inRange ?? '']: inRange,
          },
        }),
      ),
    ],
    [columns, rowHeading, inRange],
  );

  const textAt = ({ row, column }: CellPlace): string => {
    const key = columns[column]?.key ?? '';
    const cell = rows[row]?.cells[key];
    return cell === undefined ? '' : cell.typed === '' && cell.isDerived ? '' : cell.typed;
  };
  const placesIn = ({ anchor, end }: CellRange): readonly CellPlace[][] => {
    const { top, bottom, left, right } = edgesOf({ anchor, end });
    return Array.from({ length: bottom - top + 1 }, (_, row) =>
      Array.from({ length: right - left + 1 }, (__, column) => ({ row: top + row, column: left + column })),
    );
  };
  const editAt = ({ row, column }: CellPlace, text: string): FigureEdit[] => {
    const [owner, key] = [rows[row]?.id, columns[column]?.key];
    return owner === undefined || key === undefined ? [] : [{ row: owner, column: key, text }];
  };
  const commit = (edits: readonly FigureEdit[]) => {
    if (edits.length > 0) onEdit(edits);
  };
  const extendTo = (place: CellPlace) => {
    if (range === null) return;
    const end = clamped(place, rows.length, columns.length);
    setRange({ anchor: range.anchor, end });
    api?.ensureIndexVisible(end.row);
    api?.ensureColumnVisible(columns[end.column]?.key ?? labelColumn);
  };
  const placeOf = (rowIndex: number | null, column: Column | string | null): CellPlace | null => {
    if (rowIndex === null || column === null || typeof column === 'string') return null;
    const place = columnPlace(api, column);
    return place < 0 ? null : { row: rowIndex, column: place };
  };

  const paste = (text: string, chosen: CellRange) => {
    const table = readClipboardTable(text);
    const { top, left } = edgesOf(chosen);
    const [[single = ''] = []] = table;
    // One value fills the whole selection, as in a spreadsheet.
    if (table.length === 1 && table[0]?.length === 1) {
      commit(placesIn(chosen).flatMap((places) => places.flatMap((place) => editAt(place, single))));
      return;
    }
    commit(
      table.flatMap((cells, row) =>
        cells.flatMap((cell, column) => editAt({ row: top + row, column: left + column }, cell)),
      ),
    );
  };

  const takesKey = ({ event, editing }: SuppressKeyboardEventParams<FigureRow>): boolean => {
    if (editing || range === null) return false;
    const step = steps[event.key];
    if (event.shiftKey && step) {
      extendTo({ row: range.end.row + step.row, column: range.end.column + step.column });
      return true;
    }
    if (event.key === 'Delete' || event.key === 'Backspace') {
      commit(placesIn(range).flatMap((places) => places.flatMap((place) => editAt(place, ''))));
      return true;
    }
    if (!(event.ctrlKey || event.metaKey)) return false;
    if (event.key === 'd') {
      event.preventDefault();
      const [first = [], ...below] = placesIn(range);
      commit(
        below.flatMap((places) => places.flatMap((place, at) => editAt(place, textAt(first[at] ?? place)))),
      );
      return true;
    }
    return event.key === 'c' || event.key === 'v';
  };

  const suppressKeyboardEvent = useCallbackRef(takesKey);
  const everyColumn = useMemo(
    (): ColDef<FigureRow> => ({
      sortable: false,
      resizable: true,
      suppressMovable: true,
      suppressHeaderMenuButton: true,
      suppressKeyboardEvent,
    }),
    [suppressKeyboardEvent],
  );
  const shownRows = useMemo(() => [...rows], [rows]);
  const shownSums = useMemo(() => [...sums], [sums]);

  const handleCopy = (event: ClipboardEvent) => {
    if (range === null || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    const table = placesIn(range).map((places) => places.map(textAt));
    event.clipboardData.setData('text/plain', writeClipboardTable(table));
  };
  const handlePaste = (event: ClipboardEvent) => {
    if (range === null || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    paste(event.clipboardData.getData('text/plain'), range);
  };

  return (
    <div className={classes.grid} onCopy={handleCopy} onPaste={handlePaste}>
      <AgGridReact<FigureRow>
        theme={gridTheme}
        icons={gridIcons}
        rowData={shownRows}
        pinnedBottomRowData={shownSums}
        columnDefs={definitions}
        getRowId={rowId}
        getRowClass={rowClass}
        defaultColDef={everyColumn}
        readOnlyEdit
        enterNavigatesVertically
        enterNavigatesVerticallyAfterEdit
        stopEditingWhenCellsLoseFocus
        aria-label={label}
        onGridReady={({ api: ready }) => setApi(ready)}
        onCellEditRequest={({ data, column, newValue }) =>
          commit([{ row: data.id, column: column.getColId(), text: String(newValue ?? '').trim() }])
        }
        onCellFocused={({ rowIndex, column, rowPinned }) => {
          const place = rowPinned ? null : placeOf(rowIndex, column);
          if (place === null) return;
          setRange({ anchor: place, end: place });
          const [focused] = editAt(place, '');
          if (focused) onFocus({ row: focused.row, column: focused.column });
        }}
        onCellMouseDown={({ event, rowIndex, column }) => {
          const place = placeOf(rowIndex, column);
          if (!(event instanceof MouseEvent && event.shiftKey) || place === null) return;
          event.preventDefault();
          extendTo(place);
        }}
        onCellMouseOver={({ event, rowIndex, column }) => {
          const place = placeOf(rowIndex, column);
          if (event instanceof MouseEvent && event.buttons === 1 && place !== null) extendTo(place);
        }}
      />
    </div>
  );
}

function isSummed(row: FigureRow | undefined): row is SummedRow {
  return row !== undefined && 'warned' in row;
}

/** Counted without the column of names; −1 for that one. */
function columnPlace(api: GridApi<FigureRow> | null, column: Column): number {
  return (api?.getAllDisplayedColumns().indexOf(column) ?? 0) - 1;
}
