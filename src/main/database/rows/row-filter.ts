import { extraColumnPrefix, type Filter, type FilterCondition, rowIdColumn } from '@shared/ipc/rows';
import { choiceNames } from '@shared/language/choice-name';
import {
  type CellValue,
  columnOf,
  type DatasetId,
  datasets,
  type FieldDefinition,
} from '@shared/model/dataset';
import { textKey } from '../text-key';
import { extraNameOf, fieldOf, holdsText, type SqlPart, valueOfColumn } from './row-columns';

/**
 * The condition under which a row of the dataset's table, under the alias `t`, passes the filter and the search.
 * @throws QuotabenchError `unknownField`.
 */
export function conditionOf(dataset: DatasetId, filter: Filter, search: string): SqlPart {
  const groups = filter.map((group) => anyOf(group.map((condition) => oneCondition(dataset, condition))));
  const words = search.trim() === '' ? [] : [searchCondition(dataset, search.trim())];
  return allOf([...groups, ...words]);
}

/** The columns that a filter and a search look at. */
export function columnsLookedAt(dataset: DatasetId, filter: Filter, search: string): readonly string[] {
  const filtered = filter
    .flatMap((group) => group.map(({ field }) => field))
    .filter((id) => id !== rowIdColumn);
  if (search.trim() === '') return filtered;
  const searched = datasets[dataset].fields.filter(holdsText).map(({ id }) => id);
  return [...filtered, ...searched, extraColumnPrefix];
}

function anyOf(parts: readonly SqlPart[]): SqlPart {
  return joined(parts, ' OR ');
}

function allOf(parts: readonly SqlPart[]): SqlPart {
  return parts.length === 0 ? { sql: '1', parameters: [] } : joined(parts, ' AND ');
}

function joined(parts: readonly SqlPart[], by: string): SqlPart {
  return {
    sql: `(${parts.map(({ sql }) => sql).join(by)})`,
    parameters: parts.flatMap(({ parameters }) => parameters),
  };
}

/** Rows in which any text cell holds the words; a choice is found by its name in either language. */
function searchCondition(dataset: DatasetId, search: string): SqlPart {
  const words = textKey(search) ?? '';
  const parts = datasets[dataset].fields.filter(holdsText).map((field): SqlPart => {
    if (field.type.kind !== 'choice') {
      return oneCondition(dataset, { field: field.id, operator: 'contains', values: [search] });
    }
    const found = field.type.choices.filter((choice) =>
      choiceNames(choice).some((name) => textKey(name)?.includes(words)),
    );
    return oneCondition(dataset, { field: field.id, operator: 'in', values: found });
  });
  return anyOf([...parts, searchInExtra(search, words)]);
}

/** The JSON as a whole is looked through first: most rows need no second look. */
function searchInExtra(search: string, words: string): SqlPart {
  const asInJson = textKey(JSON.stringify(search).slice(1, -1));
  return {
    sql: `(instr(text_key(t.extra), ?) > 0
      AND EXISTS (SELECT 1 FROM json_each(t.extra) WHERE instr(text_key(value), ?) > 0))`,
    parameters: [asInJson, words],
  };
}

function oneCondition(dataset: DatasetId, condition: FilterCondition): SqlPart {
  const { field: columnId } = condition;
  if (columnId === rowIdColumn) return inCondition({ sql: 't.id', parameters: [] }, condition.values);
  if (extraNameOf(columnId) !== null) return extraCondition(valueOfColumn(dataset, columnId), condition);
  const field = fieldOf(dataset, columnId);
  if (field.type.kind === 'reference') return referenceCondition(field, field.type.entity, condition);
  const value = valueOfColumn(dataset, columnId);
  return holdsText(field) ? textCondition(value, condition) : plainCondition(value, condition);
}

/** The names are looked through once, not once a row. */
function referenceCondition(field: FieldDefinition, entity: DatasetId, condition: FilterCondition): SqlPart {
  const column = `t.${columnOf(field)}`;
  const named = textCondition({ sql: 'name', parameters: [] }, condition);
  const among: SqlPart = { ...named, sql: `${column} IN (SELECT id FROM ${entity} WHERE ${named.sql})` };
  return holdsForEmpty(condition) ? anyOf([among, { sql: `${column} IS NULL`, parameters: [] }]) : among;
}

function holdsForEmpty({ operator, values }: FilterCondition): boolean {
  switch (operator) {
    case 'blank':
    case 'notContains':
      return true;
    case 'notEquals':
      return values[0] !== null;
    case 'equals':
      return values[0] === null;
    case 'in':
      return values.includes(null);
    default:
      return false;
  }
}

/** Numbers are compared as numbers with numbers, else as text. */
function extraCondition(value: SqlPart, condition: FilterCondition): SqlPart {
  switch (condition.operator) {
    case 'less':
    case 'lessOrEqual':
    case 'greater':
    case 'greaterOrEqual':
    case 'between': {
      const numbers = condition.values.every((bound) => typeof bound === 'number');
      const sameType = numbers ? "typeof(value) IN ('integer', 'real')" : "typeof(value) = 'text'";
      const compared = numbers
        ? plainCondition({ sql: 'value', parameters: [] }, condition)
        : textCondition({ sql: 'value', parameters: [] }, condition);
      return {
        sql: `EXISTS (SELECT 1 FROM (SELECT ${value.sql} AS value) WHERE ${sameType} AND ${compared.sql})`,
        parameters: [...value.parameters, ...compared.parameters],
      };
    }
    default:
      return textCondition(value, condition);
  }
}

/** Text is compared by `textKey`, save for a set of values, which come from the cells themselves. */
function textCondition(value: SqlPart, condition: FilterCondition): SqlPart {
  const { operator, values } = condition;
  const key: SqlPart = { ...value, sql: `text_key(${value.sql})` };
  const [first = null, second = null] = values.map(textKey);
  switch (operator) {
    case 'contains':
      return bound(key, (text) => `instr(${text}, ?) > 0`, first);
    case 'notContains':
      return bound(key, (text) => `coalesce(instr(${text}, ?), 0) = 0`, first);
    case 'startsWith':
      return bound(key, (text) => `instr(${text}, ?) = 1`, first);
    case 'endsWith':
      return bound(key, (text) => `substr(${text}, -length(?)) = ?`, first, first);
    case 'blank':
    case 'notBlank':
    case 'in':
      return plainCondition(value, condition);
    default:
      return plainCondition(key, { ...condition, values: [first, second] });
  }
}

function plainCondition(value: SqlPart, { operator, values }: FilterCondition): SqlPart {
  const [first = null, second = null] = values;
  switch (operator) {
    case 'blank':
      return bound(value, (sql) => `coalesce(${sql}, '') = ''`);
    case 'notBlank':
      return bound(value, (sql) => `coalesce(${sql}, '') <> ''`);
    case 'equals':
      return bound(value, (sql) => `${sql} IS ?`, first);
    case 'notEquals':
      return bound(value, (sql) => `${sql} IS NOT ?`, first);
    case 'less':
      return bound(value, (sql) => `${sql} < ?`, first);
    case 'lessOrEqual':
      return bound(value, (sql) => `${sql} <= ?`, first);
    case 'greater':
      return bound(value, (sql) => `${sql} > ?`, first);
    case 'greaterOrEqual':
      return bound(value, (sql) => `${sql} >= ?`, first);
    case 'between':
      return bound(value, (sql) => `${sql} BETWEEN ? AND ?`, first, second);
    case 'in':
      return inCondition(value, values);
    default:
      return textCondition(value, { field: '', operator, values });
  }
}

/** An empty cell is in the set when the set holds null. */
function inCondition(value: SqlPart, values: readonly CellValue[]): SqlPart {
  const listed = JSON.stringify(values.filter((one) => one !== null));
  const among = bound(value, (sql) => `${sql} IN (SELECT value FROM json_each(?))`, listed);
  if (!values.includes(null)) return among;
  return anyOf([among, bound(value, (sql) => `coalesce(${sql}, '') = ''`)]);
}

function bound(value: SqlPart, sql: (value: string) => string, ...values: readonly CellValue[]): SqlPart {
  return { sql: sql(value.sql), parameters: [...value.parameters, ...values] };
}
