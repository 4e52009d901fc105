import { notifications } from '@mantine/notifications';
import type { LocaleFormat } from '@shared/format/locale-format';
import type { Column, Row } from '@shared/ipc/rows';
import type { CellValue, DatasetId } from '@shared/model/dataset';
import type {
  CellFocusedEvent,
  CellMouseDownEvent,
  CellMouseOverEvent,
  GridApi,
  SuppressKeyboardEventParams,
} from 'ag-grid-community';
import { type ClipboardEvent, type RefObject, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type CellPlace,
  type CellRange,
  cellCount,
  clamped,
  edgesOf,
  type RangeEdges,
} from '../../components/cell-range';
import { readClipboardTable, writeClipboardTable } from '../../components/clipboard-table';
import { editCells, type RowQuestion, readRows, useData } from './data.store';
import { writeCell } from './grid-columns';

/** Cells that are copied, pasted or emptied at once at the most. */
const mostCells = 200_000;
/** Cells of a selection that are summed up while it is drawn. */
const mostSummed = 50_000;

interface SelectionContext {
  readonly api: GridApi<Row> | null;
  readonly dataset: DatasetId;
  readonly question: RefObject<RowQuestion>;
  readonly format: LocaleFormat;
  readonly total: number;
}

export interface CellSelection {
  readonly range: CellRange | null;
  /** The values of the selected cells; empty while they are read or where they are too many. */
  readonly values: readonly (CellValue | undefined)[];
  onCellFocused(event: CellFocusedEvent<Row>): void;
  onCellMouseDown(event: CellMouseDownEvent<Row>): void;
  onCellMouseOver(event: CellMouseOverEvent<Row>): void;
  onCopy(event: ClipboardEvent): void;
  onPaste(event: ClipboardEvent): void;
  /** Whether a key is meant for the selection and not for the grid. */
  takesKey(params: SuppressKeyboardEventParams<Row>): boolean;
}

const steps: Readonly<Record<string, CellPlace>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

/** A block of cells that is selected as in a spreadsheet: by dragging, Shift and arrows; copied, pasted, filled down and emptied. */
export function useCellSelection({ api, dataset, question, format, total }: SelectionContext): CellSelection {
  const { t } = useTranslation('data');
  const [range, setRange] = useState<CellRange | null>(null);
  const [values, setValues] = useState<readonly (CellValue | undefined)[]>([]);
  /** Answers to a selection that has changed since are dropped. */
  const reading = useRef(0);
  const columns = useData((state) => state.columns) ?? [];

  const shownColumns = (): readonly Column[] =>
    (api?.getAllDisplayedColumns() ?? []).flatMap(
      (shown) => columns.find(({ id }) => id === shown.getColId()) ?? [],
    );
  /** The grid's first column holds the row's check box. */
  const offset = () => (api?.getAllDisplayedColumns().length ?? 0) - shownColumns().length;
  const placeOf = (rowIndex: number | null, colId: string): CellPlace | null => {
    const column = (api?.getAllDisplayedColumns() ?? []).findIndex((shown) => shown.getColId() === colId);
    return rowIndex === null || column < 0 ? null : { row: rowIndex, column };
  };
  const columnsOf = ({ left, right }: RangeEdges) =>
    shownColumns().slice(Math.max(0, left - offset()), right - offset() + 1);

  const edges = range ? edgesOf(range) : null;

  const select = (chosen: CellRange) => {
    setRange(chosen);
    const selected = edgesOf(chosen);
    reading.current += 1;
    const mine = reading.current;
    setValues([]);
    if (cellCount(selected) < 2 || cellCount(selected) > mostSummed) return;
    const ids = columnsOf(selected).map(({ id }) => id);
    void readRows(question.current, selected.top, selected.bottom + 1).then((rows) => {
      if (mine === reading.current) setValues(rows.flatMap(({ cells }) => ids.map((id) => cells[id])));
    });
  };

  const extendTo = (place: CellPlace) => {
    if (!range) return;
    const end = clamped(place, total, api?.getAllDisplayedColumns().length ?? 1);
    select({ anchor: range.anchor, end });
    api?.ensureIndexVisible(end.row);
    const column = api?.getAllDisplayedColumns()[end.column];
    if (column) api?.ensureColumnVisible(column);
  };

  const refuseTooLarge = (count: number): boolean => {
    if (count <= mostCells) return false;
    notifications.show({ message: t('tooLarge', { limit: format.number(mostCells, 0) }), color: 'red' });
    return true;
  };

  const copy = async (selected: RangeEdges): Promise<void> => {
    if (refuseTooLarge(cellCount(selected))) return;
    const chosen = columnsOf(selected);
    const rows = await readRows(question.current, selected.top, selected.bottom + 1);
    const table = rows.map(({ cells }) =>
      chosen.map(({ id, type }) => writeCell(cells[id], type, format, t)),
    );
    await navigator.clipboard.writeText(writeClipboardTable(table));
    notifications.show({ message: t('copied', { count: cellCount(selected) }), autoClose: 1500 });
  };

  const paste = async (text: string, selected: RangeEdges): Promise<void> => {
    const table = readClipboardTable(text);
    const [first = []] = table;
    // One value fills the whole selection, as in a spreadsheet.
    const single = table.length === 1 && first.length === 1;
    const height = single ? selected.bottom - selected.top + 1 : table.length;
    const width = single ? selected.right - selected.left + 1 : Math.max(...table.map((row) => row.length));
    if (refuseTooLarge(height * width)) return;
    const targets = columnsOf({ ...selected, right: selected.left + width - 1 });
    const rows = await readRows(question.current, selected.top, Math.min(total, selected.top + height));
    const valueAt = (row: number, column: number) =>
      single ? (first[0] ?? '') : (table[row]?.[column] ?? '');
    const edits = rows.flatMap(({ id }, row) =>
      targets.map((column, index) => ({ id, field: column.id, value: valueAt(row, index) })),
    );
    const inserts = single
      ? []
      : table
          .slice(rows.length)
          .map((_, row) =>
            Object.fromEntries(
              targets.map((column, index) => [column.id, valueAt(rows.length + row, index)]),
            ),
          );
    await editCells(dataset, format.locale, edits, inserts);
  };

  /** Writes the same or nothing into the cells below the first row of the selection, or into all of it. */
  const write = async (selected: RangeEdges, fillDown: boolean): Promise<void> => {
    if (refuseTooLarge(cellCount(selected))) return;
    const rows = await readRows(question.current, selected.top, selected.bottom + 1);
    const chosen = columnsOf(selected);
    const edits = (fillDown ? rows.slice(1) : rows).flatMap(({ id }) =>
      chosen.map((column) => ({
        id,
        field: column.id,
        value: fillDown ? (rows[0]?.cells[column.id] ?? null) : null,
      })),
    );
    if (edits.length > 0) await editCells(dataset, format.locale, edits);
  };

  return {
    range,
    values,
    onCellFocused: ({ rowIndex, column }) => {
      const place =
        column === null || typeof column === 'string' ? null : placeOf(rowIndex, column.getColId());
      if (place) select({ anchor: place, end: place });
    },
    onCellMouseDown: ({ event, rowIndex, column }) => {
      const place = placeOf(rowIndex, column.getColId());
      if (!(event instanceof MouseEvent && event.shiftKey) || !place || !range) return;
      event.preventDefault();
      extendTo(place);
    },
    onCellMouseOver: ({ event, rowIndex, column }) => {
      const dragging = event instanceof MouseEvent && event.buttons === 1;
      const place = placeOf(rowIndex, column.getColId());
      if (dragging && place && range) extendTo(place);
    },
    onCopy: (event) => {
      if (!edges || isEditing(event.target)) return;
      event.preventDefault();
      void copy(edges);
    },
    onPaste: (event) => {
      if (!edges || isEditing(event.target)) return;
      event.preventDefault();
      void paste(event.clipboardData.getData('text/plain'), edges);
    },
    takesKey: ({ event, editing }) => {
      if (editing || !edges || !range) return false;
      const step = steps[event.key];
      if (event.shiftKey && step) {
        extendTo({ row: range.end.row + step.row, column: range.end.column + step.column });
        return true;
      }
      if (event.key === 'Delete') {
        void write(edges, false);
        return true;
      }
      if (!(event.ctrlKey || event.metaKey)) return false;
      if (event.key === 'd') {
        event.preventDefault();
        void write(edges, true);
        return true;
      }
      if (event.key === 'a') {
        event.preventDefault();
        select({
          anchor: { row: 0, column: offset() },
          end: { row: total - 1, column: (api?.getAllDisplayedColumns().length ?? 1) - 1 },
        });
        return true;
      }
      return event.key === 'c' || event.key === 'v';
    },
  };
}

function isEditing(target: EventTarget): boolean {
  return target instanceof HTMLInputElement;
}
