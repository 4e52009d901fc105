import type { DateRange } from '../model/calendar-date';
import type { Scope } from './formula';
import { type Measure, type MeasureDeclaration, measureDeclared } from './measure';
import type { MeasureSource } from './measure-source';

/** A measure's values by key of the scope's dimension; the total lies under the empty key. */
export type Column = ReadonlyMap<string, number>;

/** The measure itself, or the one that stands in for it where the workspace has no row of its dataset. */
export function measureInUse(id: Measure, source: MeasureSource): Measure {
  const { dataset, withoutRows } = measureDeclared(id);
  return withoutRows === undefined || source.hasRows(dataset) ? id : withoutRows;
}

/** Whether there is any row, in whatever period, that the measure could be of. */
export function hasData(id: Measure, source: MeasureSource): boolean {
  return source.hasRows(measureDeclared(measureInUse(id, source)).dataset);
}

/** Reads several measures by the scope's dimension, those of the same rows together. Gives the column of each. */
export function readColumns<Id extends Measure>(scope: Scope, ids: readonly Id[]): (id: Id) => Column {
  const { source, range, by, filter } = scope;
  const columns = new Map<Measure, Column>();
  for (const group of groupedByRows(ids.map((id) => measureInUse(id, source)))) {
    const rows = source.read({ measures: group, range, by: by === null ? [] : [by], filter });
    for (const [index, measure] of group.entries()) {
      columns.set(measure, new Map(rows.map(({ keys, values }) => [keys[0] ?? '', values[index] ?? 0])));
    }
  }
  return (id) => columns.get(measureInUse(id, source)) ?? new Map();
}

export interface CustomerRow {
  /** Of the scope's dimension. */
  readonly key: string;
  readonly customer: string;
  readonly values: readonly number[];
}

/** Reads measures of the same rows for each customer within each key; rows that name no customer are left out. */
export function readByCustomer(
  scope: Scope,
  ids: readonly Measure[],
  range: DateRange,
): readonly CustomerRow[] {
  const { source, by, filter } = scope;
  const inUse = ids.map((id) => measureInUse(id, source));
  const dimensions = by === null || by === 'customer' ? (['customer'] as const) : ([by, 'customer'] as const);
  return source
    .read({ measures: inUse, range, by: dimensions, filter })
    .map(({ keys, values }) => ({
      key: by === null ? '' : (keys[0] ?? ''),
      customer: keys.at(-1) ?? '',
      values,
    }))
    .filter(({ customer }) => customer !== '');
}

/** All keys that any of the columns has. */
export function keysOf(...columns: readonly ReadonlyMap<string, unknown>[]): readonly string[] {
  return [...new Set(columns.flatMap((column) => [...column.keys()]))];
}

/** Measures of one dataset and one placement are read from the same rows. */
function groupedByRows(ids: readonly Measure[]): readonly (readonly Measure[])[] {
  const groups = new Map<string, Measure[]>();
  for (const id of new Set(ids)) {
    const rows = rowsKey(measureDeclared(id));
    groups.set(rows, [...(groups.get(rows) ?? []), id]);
  }
  return [...groups.values()];
}

function rowsKey({ dataset, placement }: MeasureDeclaration): string {
  return placement.kind === 'dated' ? `${dataset} ${placement.field}` : `${dataset} ${placement.kind}`;
}
