import type { Filter, Row, Sort } from '@shared/ipc/rows';
import { extraColumnPrefix } from '@shared/ipc/rows';
import { type CellValue, type DatasetId, datasets } from '@shared/model/dataset';
import type { WorkspaceSession } from '../../workspace/workspace-session';
import type { Connection, SqlRow } from '../connection';
import type { UsedColumns } from '../data-revisions';
import { columnsBehind, type SqlPart, sortKeyOf, valueOfColumn } from './row-columns';
import { columnsLookedAt, conditionOf } from './row-filter';

export interface RowQuery {
  readonly dataset: DatasetId;
  readonly sort: Sort;
  readonly filter: Filter;
  readonly search: string;
}

/** Which rows a query finds, in which order. */
interface Found {
  readonly query: string;
  /** The revision of the columns that it was worked out from. */
  readonly revision: number;
  readonly total: number;
  readonly order: Order;
}

/** The ids one by one, or the first of ids that follow each other without a gap. */
type Order =
  | { readonly kind: 'listed'; readonly ids: readonly number[] }
  | { readonly kind: 'consecutive'; readonly firstId: number };

/**
 * Reads windows of rows. What a query finds and in which order is kept until a column that it depends on changes, so that
 * scrolling costs only the rows that are shown, and so does a change of other cells.
 */
export class RowReader {
  private found: Found | null = null;

  constructor(private readonly session: WorkspaceSession) {}

  /** @throws QuotabenchError `unknownField`. */
  window(query: RowQuery, offset: number, limit: number): { readonly rows: Row[]; readonly total: number } {
    const { order, total } = this.find(query);
    const end = Math.min(offset + limit, total);
    if (offset >= end) return { rows: [], total };
    const rows =
      order.kind === 'listed'
        ? rowsByIds(this.session.connection, query.dataset, order.ids.slice(offset, end))
        : this.between(query.dataset, order.firstId + offset, order.firstId + end - 1);
    return { rows, total };
  }

  /** All rows that a query finds, in its order, some at a time. */
  *all(query: RowQuery, chunk = 5000): Generator<readonly Row[]> {
    const { total } = this.find(query);
    for (let offset = 0; offset < total; offset += chunk) yield this.window(query, offset, chunk).rows;
  }

  private find(asked: RowQuery): Found {
    const query = JSON.stringify(asked);
    const revision = this.session.revisionOfColumns(columnsBehindQuery(asked));
    if (this.found?.query !== query || this.found.revision !== revision) {
      this.found = { query, revision, ...this.search(asked) };
    }
    return this.found;
  }

  private search(query: RowQuery): Pick<Found, 'order' | 'total'> {
    const { dataset, sort, filter, search } = query;
    const isWhole = sort.length === 0 && filter.length === 0 && search.trim() === '';
    const consecutive = isWhole ? this.consecutiveRows(dataset) : null;
    if (consecutive !== null) return consecutive;
    const condition = conditionOf(dataset, filter, search);
    const order = orderOf(dataset, sort);
    const row = this.session.connection.first(
      `SELECT json_group_array(id) AS ids FROM (SELECT t.id FROM ${dataset} t WHERE ${condition.sql} ORDER BY ${order.sql})`,
      [...condition.parameters, ...order.parameters],
    );
    const ids = JSON.parse(String(row?.ids ?? '[]')) as number[];
    return { order: { kind: 'listed', ids }, total: ids.length };
  }

  /** All rows of a dataset of which none was ever deleted between the first and the last; null for another. */
  private consecutiveRows(dataset: DatasetId): Pick<Found, 'order' | 'total'> | null {
    const { connection } = this.session;
    const total = connection.number(`SELECT count(*) FROM ${dataset}`);
    const firstId = connection.number(`SELECT min(id) FROM ${dataset}`);
    const lastId = connection.number(`SELECT max(id) FROM ${dataset}`);
    if (total > 0 && lastId - firstId + 1 !== total) return null;
    return { order: { kind: 'consecutive', firstId }, total };
  }

  private between(dataset: DatasetId, firstId: number, lastId: number): Row[] {
    return select(this.session.connection, dataset, 'WHERE t.id BETWEEN ? AND ? ORDER BY t.id', [
      firstId,
      lastId,
    ]);
  }
}

/** Rows in the order of their ids as given; those that are not there are left out. */
export function rowsByIds(connection: Connection, dataset: DatasetId, ids: readonly number[]): Row[] {
  const where = 'WHERE t.id IN (SELECT value FROM json_each(?))';
  const rows = select(connection, dataset, where, [JSON.stringify(ids)]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function select(
  connection: Connection,
  dataset: DatasetId,
  rest: string,
  parameters: readonly (string | number)[],
): Row[] {
  const columns = datasets[dataset].fields.map(({ id }) => `${valueOfColumn(dataset, id).sql} AS ${id}`);
  const sql = `SELECT t.id AS row_id, t.extra AS row_extra, ${columns.join(', ')} FROM ${dataset} t ${rest}`;
  return connection.rows(sql, parameters).map((row) => rowOf(row));
}

function columnsBehindQuery({ dataset, sort, filter, search }: RowQuery): readonly UsedColumns[] {
  const ids = [...sort.map(({ field }) => field), ...columnsLookedAt(dataset, filter, search)];
  return [{ table: dataset, columns: [] }, ...ids.flatMap((id) => columnsBehind(dataset, id))];
}

function rowOf({ row_id, row_extra, ...fields }: SqlRow): Row {
  const cells = fields as Record<string, CellValue>;
  if (row_extra !== null) {
    for (const [name, value] of Object.entries(JSON.parse(String(row_extra)) as Record<string, CellValue>)) {
      cells[`${extraColumnPrefix}${name}`] = value;
    }
  }
  return { id: Number(row_id), cells };
}

/** Empty cells come last in both directions; rows that are alike keep the order of their ids. */
function orderOf(dataset: DatasetId, sort: Sort): SqlPart {
  const parts = sort.map(({ field, direction }): SqlPart => {
    const { sql, parameters } = valueOfColumn(dataset, field);
    const turn = direction === 'ascending' ? 'ASC' : 'DESC';
    return { sql: `${sortKeyOf(dataset, field)(sql)} ${turn} NULLS LAST`, parameters };
  });
  return {
    sql: [...parts.map(({ sql }) => sql), 't.id'].join(', '),
    parameters: parts.flatMap(({ parameters }) => parameters),
  };
}
