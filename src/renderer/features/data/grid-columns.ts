import type { LocaleFormat } from '@shared/format/locale-format';
import type { Column, Row } from '@shared/ipc/rows';
import type { CellValue, DatasetId, FieldKind } from '@shared/model/dataset';
import type { ColDef } from 'ag-grid-community';
import type { TFunction } from 'i18next';
import { suggestValues } from './data.store';
import { SuggestingEditor } from './SuggestingEditor';

/** A cell as people read and type it. */
export function writeCell(
  value: CellValue | undefined,
  type: FieldKind,
  format: LocaleFormat,
  t: TFunction,
): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return format.number(value, 10);
  switch (type.kind) {
    case 'date':
      return format.date(value);
    case 'choice':
      return t(`fields:choice.${value}`);
    default:
      return value;
  }
}

/** The heading of a column in the chosen language; extra columns keep the one that they came with. */
export function headingOf(dataset: DatasetId, { id, extraName }: Column, t: TFunction): string {
  return extraName ?? t(`fields:${dataset}.${id}`);
}

const numberKinds: ReadonlySet<FieldKind['kind']> = new Set(['number', 'integer', 'money', 'percent']);

export function isNumeric(type: FieldKind): boolean {
  return numberKinds.has(type.kind);
}

function filterOf(type: FieldKind): string {
  if (isNumeric(type)) return 'agNumberColumnFilter';
  return type.kind === 'date' ? 'agDateColumnFilter' : 'agTextColumnFilter';
}

interface ColumnContext {
  readonly dataset: DatasetId;
  readonly format: LocaleFormat;
  readonly t: TFunction;
}

/** How the grid shows and edits a column. */
export function columnDefinition(column: Column, { dataset, format, t }: ColumnContext): ColDef<Row> {
  const { id, type } = column;
  const heading = headingOf(dataset, column, t);
  const suggests = type.kind === 'reference' || type.kind === 'text' || type.kind === 'choice';
  const choices = type.kind === 'choice' ? type.choices.map((choice) => t(`fields:choice.${choice}`)) : null;
  return {
    colId: id,
    headerName: column.required ? `${heading} ★` : heading,
    valueGetter: ({ data }) => data?.cells[id],
    valueFormatter: ({ value }) => writeCell(value as CellValue, type, format, t),
    editable: true,
    cellEditor: SuggestingEditor,
    cellEditorParams: (params: { value: CellValue | undefined }) => ({
      written: writeCell(params.value, type, format, t),
      label: heading,
      suggest: suggests ? async () => choices ?? suggestValues(dataset, column) : null,
    }),
    filter: filterOf(type),
    filterParams: { buttons: ['reset'], maxNumConditions: 4 },
    type: isNumeric(type) ? 'rightAligned' : undefined,
    width: type.kind === 'date' || isNumeric(type) ? 130 : 180,
    minWidth: 70,
  };
}
