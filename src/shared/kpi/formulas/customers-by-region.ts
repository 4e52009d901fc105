import type { DateRange } from '../../model/calendar-date';
import type { Scope } from '../formula';
import type { MeasureId } from '../measure';
import { type CustomerRow, readByCustomer } from '../measure-column';

/**
 * Reads measures for each customer within each key, as `readByCustomer` does, but by the customer's own region: an order's is its
 * rep's, so that one customer would be lost in one region and still there in another.
 */
export function readCustomers(
  scope: Scope,
  ids: readonly MeasureId[],
  range: DateRange,
): readonly CustomerRow[] {
  const { region, ...elsewhere } = scope.filter;
  if (scope.by !== 'region' && region === undefined) return readByCustomer(scope, ids, range);
  const by = scope.by === 'region' ? null : scope.by;
  const regions = new Map(
    scope.source
      .read({
        measures: ['knownCustomers'],
        range,
        by: ['region', 'customer'],
        filter: region ? { region } : {},
      })
      .map(({ keys }) => [keys[1] ?? '', keys[0] ?? '']),
  );
  return readByCustomer({ ...scope, by, filter: elsewhere }, ids, range).flatMap((row) => {
    const own = regions.get(row.customer);
    return own === undefined ? [] : [{ ...row, key: scope.by === 'region' ? own : row.key }];
  });
}
