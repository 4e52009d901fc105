import type { Filter } from '@shared/ipc/rows';
import { type CellValue, columnOf, type DatasetId } from '@shared/model/dataset';
import type { Connection } from '../connection';
import { textKey } from '../text-key';
import { extraNameOf, fieldOf, type SqlPart, sortKeyOf, valueOfColumn } from './row-columns';
import { conditionOf } from './row-filter';

export interface DistinctQuery {
  readonly dataset: DatasetId;
  readonly field: string;
  /** Only values that contain it. */
  readonly search: string;
  /** Only values of rows that pass it. */
  readonly filter: Filter;
  readonly limit: number;
}

/**
 * The different values of a column with how often each occurs, in order.
 * @throws QuotabenchError `unknownField`.
 */
export function distinctValues(
  connection: Connection,
  { dataset, field, search, filter, limit }: DistinctQuery,
): { readonly value: CellValue; readonly count: number }[] {
  const cells = cellsOf(dataset, field);
  const condition = conditionOf(dataset, filter, '');
  const words = textKey(search.trim()) ?? '';
  const rows = connection.tuples(
    `SELECT value, sum(count) AS count FROM
        (SELECT ${cells.value} AS value, count FROM
          (SELECT ${cells.group.sql} AS cell, count(*) AS count FROM ${dataset} t WHERE ${condition.sql} GROUP BY 1))
      WHERE ? = '' OR instr(text_key(value), ?) > 0
      GROUP BY value ORDER BY ${sortKeyOf(dataset, field)('value')} NULLS LAST LIMIT ?`,
    [...cells.group.parameters, ...condition.parameters, words, words, limit],
  );
  return rows.map(([value, count]) => ({ value: value as CellValue, count: Number(count) }));
}

interface Cells {
  /** What the rows are grouped by: of a reference the id, which is cheaper than its name. */
  readonly group: SqlPart;
  /** The value of a group, which is called `cell`. */
  readonly value: string;
}

function cellsOf(dataset: DatasetId, columnId: string): Cells {
  const field = extraNameOf(columnId) === null ? fieldOf(dataset, columnId) : null;
  if (field?.type.kind !== 'reference') return { group: valueOfColumn(dataset, columnId), value: 'cell' };
  return {
    group: { sql: `t.${columnOf(field)}`, parameters: [] },
    value: `(SELECT name FROM ${field.type.entity} WHERE id = cell)`,
  };
}
