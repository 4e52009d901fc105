import type { SourceSelection } from '@shared/ipc/import';
import type { ColumnProfile } from './column-profile';

export type DateOrder = NonNullable<SourceSelection['dateOrder']>;

/**
 * The order of day and month in which a column is written, judged from all its dates; null where they allow both, or where
 * some allow only the one and some only the other.
 */
export function columnDateOrder({ dateOrders }: ColumnProfile): DateOrder | null {
  if (dateOrders === null) return null;
  const { onlyDayFirst, onlyMonthFirst } = dateOrders;
  if (onlyDayFirst > 0 === onlyMonthFirst > 0) return null;
  return onlyDayFirst > 0 ? 'dayFirst' : 'monthFirst';
}

/**
 * The order for the columns that leave it open: that of the other columns, else the likelier one by the locale, and then a
 * person is asked. So too where a column contradicts itself.
 */
export function fileDateOrder(
  columns: readonly ColumnProfile[],
  { dateOrder, locale }: Pick<SourceSelection, 'dateOrder' | 'locale'>,
): { readonly dateOrder: DateOrder; readonly ambiguous: boolean } {
  const dated = columns.filter(({ type, dateOrders }) => type === 'date' && dateOrders !== null);
  const decided = [...new Set(dated.flatMap((column) => columnDateOrder(column) ?? []))];
  const open = dated.filter((column) => columnDateOrder(column) === null);
  const contradictory = open.filter(({ dateOrders }) => (dateOrders?.onlyDayFirst ?? 0) > 0);
  const isAmerican = locale === 'en-US' || open.some(({ dateOrders }) => (dateOrders?.withMeridiem ?? 0) > 0);
  const likely = dateOrder ?? commoner(contradictory) ?? (isAmerican ? 'monthFirst' : 'dayFirst');
  const [only] = decided;
  const settled = decided.length === 1 && only !== undefined && contradictory.length === 0;
  return { dateOrder: settled ? only : likely, ambiguous: open.length > 0 && !settled };
}

/** The order that more of the dates need; null where none does or both are needed equally often. */
function commoner(columns: readonly ColumnProfile[]): DateOrder | null {
  const balance = columns.reduce(
    (sum, { dateOrders }) => sum + (dateOrders?.onlyDayFirst ?? 0) - (dateOrders?.onlyMonthFirst ?? 0),
    0,
  );
  if (balance === 0) return null;
  return balance > 0 ? 'dayFirst' : 'monthFirst';
}
