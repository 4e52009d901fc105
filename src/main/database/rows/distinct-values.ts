import type { CellValue, DatasetId } from '@shared/model/dataset';
import type { Connection } from '../connection';
import { collatedSql, folded, foldedSql, isText, valueOfColumn } from './row-columns';

/**
 * The different values of a column with how often each occurs, in order.
 * @throws QuotabenchError `unknownField`.
 */
export function distinctValues(
  connection: Connection,
  dataset: DatasetId,
  columnId: string,
  search: string,
  limit: number,
): { readonly value: CellValue; readonly count: number }[] {
  const { sql, parameters } = valueOfColumn(dataset, columnId);
  const order = isText(dataset, columnId) ? collatedSql('value') : 'value';
  const rows = connection.tuples(
    `SELECT value, count(*) FROM (SELECT ${sql} AS value FROM ${dataset} t)
      WHERE ? = '' OR instr(${foldedSql('value')}, ?) > 0
      GROUP BY value ORDER BY ${order} NULLS LAST LIMIT ?`,
    [...parameters, search, folded(search), limit],
  );
  return rows.map(([value, count]) => ({ value: value as CellValue, count: Number(count) }));
}
