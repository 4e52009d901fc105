import { type MeasureCondition, type MeasureField, measures } from '@shared/kpi/measure';
import { dayNumber } from '@shared/model/calendar-date';
import type { CubeMeasure } from '@shared/scenario/cube';
import type { SqlRow, SqlValue } from '../connection';
import { noDay } from '../kpi/stored-column';

/** What of a row's product is part of its numbers; null where it is not known. */
export type UnitCost = (product: SqlValue) => number | null;

/** The number that a row adds to a measure, null for none: what `stored-column.ts` and conditions say in SQL, of one row at hand. */
export function valueOfRow(id: CubeMeasure, row: SqlRow, unitCost: UnitCost): number | null {
  const { aggregate, conditions } = measures[id];
  if (!conditions.every((group) => group.some((condition) => holds(condition, row, unitCost)))) return null;
  if (aggregate.kind !== 'sum' || typeof aggregate.field !== 'string') return 1;
  return numberOf(aggregate.field, row, unitCost);
}

/** The day number of a date; `noDay` where there is none. */
export function dayOf(date: SqlValue | undefined): number {
  return typeof date === 'string' ? dayNumber(date) : noDay;
}

function numberOf(field: MeasureField, row: SqlRow, unitCost: UnitCost): number | null {
  const at = (column: string): number | null => {
    const value = row[column];
    return typeof value === 'number' ? value : null;
  };
  const [amount, quantity] = [at('amount'), at('quantity')];
  switch (field) {
    case 'margin': {
      const each = unitCost(row.product_id ?? null);
      const cost = at('cost') ?? (quantity === null || each === null ? null : quantity * each);
      return amount === null || cost === null ? null : amount - cost;
    }
    case 'gross': {
      const price = at('unit_price');
      if (quantity !== null && price !== null) return quantity * price;
      return amount === null ? null : amount + (at('discount') ?? 0);
    }
    case 'cycle_days': {
      const [from, to] = [dayOf(row.created_on), dayOf(row.closed_on)];
      return from === noDay || to === noDay ? null : to - from;
    }
    case 'count':
      // A row of an undone insertion that leaves it out takes the default.
      return row.count === undefined ? 1 : at('count');
    default:
      return at(field);
  }
}

function holds(condition: MeasureCondition, row: SqlRow, unitCost: UnitCost): boolean {
  if ('rows' in condition) return false;
  if ('filled' in condition) {
    const { filled } = condition;
    return filled === 'margin' || filled === 'quantity'
      ? numberOf(filled, row, unitCost) !== null
      : dayOf(row[filled]) !== noDay;
  }
  const { field, in: accepted } = condition;
  const value = String(row[field] ?? '');
  return accepted.includes(field === 'status' ? foldedAsSqlite(value) : value);
}

/** As lower(trim(…)): spaces alone, and the letters of ASCII. */
function foldedAsSqlite(text: string): string {
  return text.replace(/^ +| +$/g, '').replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
