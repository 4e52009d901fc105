import type { Filter, Row, Sort } from '@shared/ipc/rows';
import { extraColumnPrefix } from '@shared/ipc/rows';
import { type CellValue, type DatasetId, datasets } from '@shared/model/dataset';
import type { WorkspaceSession } from '../../workspace/workspace-session';
import type { SqlRow } from '../connection';
import { collatedSql, isText, type SqlPart, valueOfColumn } from './row-columns';
import { conditionOf } from './row-filter';

export interface RowQuery {
  readonly dataset: DatasetId;
  readonly sort: Sort;
  readonly filter: Filter;
  readonly search: string;
}

/** The ids of the rows that a query finds, in its order; null stands for all rows in the order of their ids. */
interface Found {
  readonly key: string;
  readonly ids: readonly number[] | null;
  readonly total: number;
}

/**
 * Reads windows of rows. What a query finds and in which order is worked out once for each state of the workspace, so that
 * scrolling costs only the rows that are shown.
 */
export class RowReader {
  private found: Found | null = null;

  constructor(private readonly session: WorkspaceSession) {}

  /** @throws QuotabenchError `unknownField`. */
  window(query: RowQuery, offset: number, limit: number): { readonly rows: Row[]; readonly total: number } {
    const { ids, total } = this.find(query);
    const rows =
      ids === null
        ? this.select(query.dataset, 'ORDER BY t.id LIMIT ? OFFSET ?', [limit, offset])
        : this.byIds(query.dataset, ids.slice(offset, offset + limit));
    return { rows, total };
  }

  /** All rows that a query finds, in its order, some at a time. */
  *all(query: RowQuery, chunk = 5000): Generator<readonly Row[]> {
    const { total } = this.find(query);
    for (let offset = 0; offset < total; offset += chunk) yield this.window(query, offset, chunk).rows;
  }

  private find(query: RowQuery): Found {
    const key = JSON.stringify([this.session.revision, query]);
    if (this.found?.key !== key) this.found = { key, ...this.search(query) };
    return this.found;
  }

  private search({ dataset, sort, filter, search }: RowQuery): Omit<Found, 'key'> {
    const { connection } = this.session;
    if (sort.length === 0 && filter.length === 0 && search.trim() === '') {
      return { ids: null, total: connection.number(`SELECT count(*) FROM ${dataset}`) };
    }
    const condition = conditionOf(dataset, filter, search);
    const order = orderOf(dataset, sort);
    const row = connection.first(
      `SELECT json_group_array(id) AS ids FROM (SELECT t.id FROM ${dataset} t WHERE ${condition.sql} ORDER BY ${order.sql})`,
      [...condition.parameters, ...order.parameters],
    );
    const ids = JSON.parse(String(row?.ids ?? '[]')) as number[];
    return { ids, total: ids.length };
  }

  private byIds(dataset: DatasetId, ids: readonly number[]): Row[] {
    const rows = this.select(dataset, 'WHERE t.id IN (SELECT value FROM json_each(?))', [
      JSON.stringify(ids),
    ]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  private select(dataset: DatasetId, rest: string, parameters: readonly (string | number)[]): Row[] {
    const columns = datasets[dataset].fields.map(({ id }) => `${valueOfColumn(dataset, id).sql} AS ${id}`);
    const sql = `SELECT t.id AS row_id, t.extra AS row_extra, ${columns.join(', ')} FROM ${dataset} t ${rest}`;
    return this.session.connection.rows(sql, parameters).map((row) => rowOf(row));
  }
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
    const key = isText(dataset, field) ? collatedSql(sql) : sql;
    return { sql: `${key} ${direction === 'ascending' ? 'ASC' : 'DESC'} NULLS LAST`, parameters };
  });
  return {
    sql: [...parts.map(({ sql }) => sql), 't.id'].join(', '),
    parameters: parts.flatMap(({ parameters }) => parameters),
  };
}
