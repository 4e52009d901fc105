import type { MeasurePlacement } from '@shared/kpi/measure';
import type { FilteredRows } from './filtered-rows';
import { noDay } from './stored-column';

/** The first purchase of each customer by the customer's row; `noDay` where there is none. */
export type FirstPurchases = () => Int32Array;

/** Day numbers, both inclusive. */
export interface DaySpan {
  readonly from: number;
  readonly to: number;
}

/** The rows that a period takes; those that are placed by a date in the order of it. */
export function rowsPlaced(
  passing: FilteredRows,
  placement: MeasurePlacement,
  { from, to }: DaySpan,
  firstPurchases: FirstPurchases,
): Int32Array {
  const { columns, rows } = passing;
  switch (placement.kind) {
    case 'dated':
      return passing.dayOrder(placement.field).between(from, to);
    case 'openAtEnd':
    case 'inPlay': {
      // Those that close after the end, or not before the beginning.
      const still = placement.kind === 'openAtEnd' ? to + 1 : from;
      const [created, closed] = [columns.days('created_on'), columns.days('closed_on')];
      const open = columns.condition([{ field: 'outcome', in: ['open'] }]);
      return rowsWhere(
        rows,
        (row) => (created[row] ?? noDay) <= to && (open[row] === 1 || (closed[row] ?? noDay) >= still),
      );
    }
    case 'always':
      return rows;
    case 'thereAtStart': {
      const [acquired, churned] = [columns.days('acquired_on'), columns.days('churned_on')];
      const bought = firstPurchases();
      return rowsWhere(rows, (row) => {
        const since = acquired[row] === noDay ? bought[row] : acquired[row];
        const until = churned[row] ?? noDay;
        return (since ?? noDay) < from && (until === noDay || until >= from);
      });
    }
  }
}

function rowsWhere(rows: Int32Array, holds: (row: number) => boolean): Int32Array {
  const found = new Int32Array(rows.length);
  let count = 0;
  for (let place = 0; place < rows.length; place += 1) {
    const row = rows[place] ?? 0;
    if (!holds(row)) continue;
    found[count] = row;
    count += 1;
  }
  return found.subarray(0, count);
}
