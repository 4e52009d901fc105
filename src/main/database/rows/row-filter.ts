import type { Filter, FilterCondition } from '@shared/ipc/rows';
import { type DatasetId, datasets } from '@shared/model/dataset';
import type { SqlValue } from '../connection';
import { folded, foldedSql, isText, type SqlPart, valueOfColumn } from './row-columns';

/**
 * The condition under which a row of the dataset's table, under the alias `t`, passes the filter and the search.
 * @throws QuotabenchError `unknownField`.
 */
export function conditionOf(dataset: DatasetId, filter: Filter, search: string): SqlPart {
  const groups = filter.map((group) =>
    joined(
      group.map((condition) => oneCondition(dataset, condition)),
      ' OR ',
    ),
  );
  const words = search.trim() === '' ? [] : [searchCondition(dataset, search.trim())];
  const all = [...groups, ...words];
  return all.length === 0 ? { sql: '1', parameters: [] } : joined(all, ' AND ');
}

function joined(parts: readonly SqlPart[], by: string): SqlPart {
  return {
    sql: `(${parts.map(({ sql }) => sql).join(by)})`,
    parameters: parts.flatMap(({ parameters }) => parameters),
  };
}

/** Rows in which any text cell holds the words. */
function searchCondition(dataset: DatasetId, search: string): SqlPart {
  const needle = folded(search);
  const columns = datasets[dataset].fields.filter(({ id }) => isText(dataset, id));
  const parts = columns.map(({ id }): SqlPart => {
    const { sql, parameters } = valueOfColumn(dataset, id);
    return { sql: `instr(${foldedSql(sql)}, ?) > 0`, parameters: [...parameters, needle] };
  });
  const inExtra = {
    sql: `EXISTS (SELECT 1 FROM json_each(t.extra) WHERE instr(${foldedSql('value')}, ?) > 0)`,
    parameters: [needle],
  };
  return joined([...parts, inExtra], ' OR ');
}

function oneCondition(dataset: DatasetId, { field, operator, values }: FilterCondition): SqlPart {
  const column = valueOfColumn(dataset, field);
  const textual = isText(dataset, field);
  const [first = null, second = null] = values;
  const compare = (sql: (value: string) => string, ...bound: readonly SqlValue[]): SqlPart => ({
    sql: sql(column.sql),
    parameters: [...column.parameters, ...bound],
  });
  const foldedFirst = typeof first === 'string' ? folded(first) : first;
  switch (operator) {
    case 'blank':
      return compare((value) => `coalesce(${value}, '') = ''`);
    case 'notBlank':
      return compare((value) => `coalesce(${value}, '') <> ''`);
    case 'contains':
      return compare((value) => `instr(${foldedSql(value)}, ?) > 0`, foldedFirst);
    case 'notContains':
      return compare((value) => `coalesce(instr(${foldedSql(value)}, ?), 0) = 0`, foldedFirst);
    case 'startsWith':
      return compare((value) => `instr(${foldedSql(value)}, ?) = 1`, foldedFirst);
    case 'endsWith':
      return compare((value) => `substr(${foldedSql(value)}, -length(?)) = ?`, foldedFirst, foldedFirst);
    case 'equals':
      return textual
        ? compare((value) => `${foldedSql(value)} IS ?`, foldedFirst)
        : compare((value) => `${value} IS ?`, first);
    case 'notEquals':
      return textual
        ? compare((value) => `${foldedSql(value)} IS NOT ?`, foldedFirst)
        : compare((value) => `${value} IS NOT ?`, first);
    case 'less':
      return compare((value) => `${value} < ?`, first);
    case 'lessOrEqual':
      return compare((value) => `${value} <= ?`, first);
    case 'greater':
      return compare((value) => `${value} > ?`, first);
    case 'greaterOrEqual':
      return compare((value) => `${value} >= ?`, first);
    case 'between':
      return compare((value) => `${value} BETWEEN ? AND ?`, first, second);
    case 'in':
      return inCondition(column, values);
  }
}

/** An empty cell is in the set when the set holds null. */
function inCondition({ sql, parameters }: SqlPart, values: readonly (string | number | null)[]): SqlPart {
  const listed = JSON.stringify(values.filter((value) => value !== null));
  const among = { sql: `${sql} IN (SELECT value FROM json_each(?))`, parameters: [...parameters, listed] };
  if (!values.includes(null)) return among;
  return joined([among, { sql: `coalesce(${sql}, '') = ''`, parameters }], ' OR ');
}
