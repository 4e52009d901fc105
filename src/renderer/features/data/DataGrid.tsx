import { useCallbackRef } from '@mantine/hooks';
import type { Column, Filter, Row } from '@shared/ipc/rows';
import type { CellValue, DatasetId } from '@shared/model/dataset';
import {
  AllCommunityModule,
  type GetLocaleTextParams,
  type GetRowIdParams,
  type GridApi,
  type IDatasource,
  ModuleRegistry,
  type RowSelectionOptions,
  type SelectionColumnDef,
} from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShownRows } from '../../app/shown-rows.store';
import { useFormat } from '../../app/use-format';
import { useRevision } from '../../app/workspace.store';
import { edgesOf } from '../../components/cell-range';
import { gridIcons, gridTheme } from '../../components/grid-theme';
import { useRangeMarks } from '../../components/use-range-marks';
import classes from './DataPage.module.css';
import { editCells, type RowQuestion, readWindow } from './data.store';
import { GridStatus } from './GridStatus';
import { columnDefinition } from './grid-columns';
import { filterOfGrid, type GridColumnFilter } from './grid-filter';
import { useCellSelection } from './use-cell-selection';
import { useColumnLayout } from './use-column-layout';

ModuleRegistry.registerModules([AllCommunityModule]);

interface DataGridProps {
  readonly dataset: DatasetId;
  readonly columns: readonly Column[];
  readonly hidden: ReadonlySet<string>;
  readonly filter: Filter;
  readonly search: string;
  onRowsChosen(ids: readonly number[]): void;
}

const blockSize = 200;

// Options that are others from one rendering to the next would make the columns anew, and an editor that is open with them.
const rowSelection: RowSelectionOptions<Row> = {
  mode: 'multiRow',
  checkboxes: true,
  headerCheckbox: false,
  enableClickSelection: false,
};
const selectionColumn: SelectionColumnDef = { pinned: 'left', width: 44 };
const rowId = ({ data }: GetRowIdParams<Row>) => String(data.id);

/** All rows of a dataset, read a window at a time. */
export function DataGrid({ dataset, columns, hidden, filter, search, onRowsChosen }: DataGridProps) {
  const { t, i18n } = useTranslation('data');
  const format = useFormat();
  const revision = useRevision();
  const [api, setApi] = useState<GridApi<Row> | null>(null);
  const [total, setTotal] = useState<number | null>(null);
  const question = useRef<RowQuestion>({ dataset, sort: [], filter, search });
  const selection = useCellSelection({ api, dataset, question, format, total: total ?? 0 });
  const layout = useColumnLayout(dataset);
  /** The row whose cell is edited: a search may take it off the grid meanwhile. */
  const editedRow = useRef<number | null>(null);

  const source = useMemo(
    (): IDatasource => ({
      getRows: ({ startRow, endRow, sortModel, filterModel, successCallback, failCallback }) => {
        const own = filterOfGrid(filterModel as Record<string, GridColumnFilter>);
        const sort = sortModel.map(({ colId, sort: order }) => ({
          field: colId,
          direction: order === 'desc' ? ('descending' as const) : ('ascending' as const),
        }));
        const asked = { dataset, sort, filter: [...filter, ...own], search };
        question.current = asked;
        readWindow(asked, startRow, endRow - startRow).then(({ rows, total: found }) => {
          setTotal(found);
          useShownRows.setState({ shown: { ...asked, total: found } });
          successCallback(rows, found);
        }, failCallback);
      },
    }),
    [dataset, filter, search],
  );

  // After the first reading the rows are read anew in place, so that scrolling and focus stay.
  const seen = useRef(revision);
  useEffect(() => {
    if (seen.current === revision) return;
    seen.current = revision;
    api?.refreshInfiniteCache();
  }, [api, revision]);

  const { range } = selection;
  const definitions = useMemo(
    () =>
      columns.map((column) => ({
        ...columnDefinition(column, { dataset, format, t }),
        hide: hidden.has(column.id),
      })),
    [columns, dataset, format, t, hidden],
  );
  const inRange = useRangeMarks(api, range, 0);
  const suppressKeyboardEvent = useCallbackRef(selection.takesKey);
  const everyColumn = useMemo(
    () => ({
      sortable: true,
      resizable: true,
      cellClassRules: { [classes.inRange ?? '']: inRange },
      suppressKeyboardEvent,
    }),
    [inRange, suppressKeyboardEvent],
  );
  const localeText = useCallback(
    ({ key, defaultValue }: GetLocaleTextParams<Row>) => t(`grid.${key}`, { defaultValue }),
    [t],
  );

  return (
    <>
      <div className={classes.grid} onCopy={selection.onCopy} onPaste={selection.onPaste}>
        <AgGridReact<Row>
          key={i18n.language}
          theme={gridTheme}
          icons={gridIcons}
          rowModelType="infinite"
          datasource={source}
          cacheBlockSize={blockSize}
          maxBlocksInCache={50}
          blockLoadDebounceMillis={30}
          getRowId={rowId}
          columnDefs={definitions}
          defaultColDef={everyColumn}
          rowSelection={rowSelection}
          selectionColumnDef={selectionColumn}
          readOnlyEdit
          enterNavigatesVertically
          enterNavigatesVerticallyAfterEdit
          stopEditingWhenCellsLoseFocus
          suppressRowHoverHighlight={false}
          getLocaleText={localeText}
          aria-label={t('grid', { dataset: t(`fields:dataset.${dataset}`) })}
          onGridReady={({ api: ready }) => {
            setApi(ready);
            layout.restore(ready);
          }}
          onColumnResized={({ finished, api: changed }) => finished && layout.keep(changed)}
          onColumnMoved={({ finished, api: changed }) => finished && layout.keep(changed)}
          onCellEditingStarted={({ data }) => {
            editedRow.current = data?.id ?? null;
          }}
          onCellEditRequest={({ column, newValue }) => {
            const value = (newValue ?? null) as CellValue;
            const id = editedRow.current;
            if (id !== null)
              void editCells(dataset, format.locale, [{ id, field: column.getColId(), value }]);
          }}
          onCellFocused={selection.onCellFocused}
          onCellMouseDown={selection.onCellMouseDown}
          onCellMouseOver={selection.onCellMouseOver}
          onSelectionChanged={({ api: changed }) =>
            onRowsChosen(changed.getSelectedNodes().flatMap(({ data }) => data?.id ?? []))
          }
        />
      </div>
      <GridStatus total={total} edges={range ? edgesOf(range) : null} values={selection.values} />
    </>
  );
}
