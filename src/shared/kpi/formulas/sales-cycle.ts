import { divide, type Figure, type Figures, ratioFigure } from '../figure';
import type { Scope } from '../formula';
import { groupBy } from '../group-by';
import { hasData, keysOf, readColumns } from '../measure-column';
import { type Frequency, quantile } from '../quantile';

/** Mean days from created_on to closed_on of the deals won in the period; beside it the median and 90th percentile. */
export function salesCycleLength(scope: Scope): Figures {
  const column = readColumns(scope, ['cycleDays', 'cycleDeals']);
  const part = (id: Parameters<typeof column>[0], key: string): number | null =>
    hasData(id, scope.source) ? (column(id).get(key) ?? 0) : null;
  const keys = scope.by === null ? [''] : keysOf(column('cycleDeals'));
  const lengths = groupBy(cycleLengths(scope), (length) => length.key);
  return new Map(
    keys.map((key) => [
      key,
      {
        ...ratioFigure(part('cycleDays', key), part('cycleDeals', key)),
        beside: quantilesOf(lengths.get(key) ?? []),
      },
    ]),
  );
}

/** Open deals × win rate × average deal size ÷ cycle length: the money that the pipeline turns into bookings each day. */
export function salesVelocity(scope: Scope): Figures {
  const column = readColumns(scope, [
    'openDeals',
    'wonAmount',
    'wonDeals',
    'closedDeals',
    'cycleDays',
    'cycleDeals',
  ]);
  const keys = scope.by === null ? [''] : keysOf(column('openDeals'), column('closedDeals'));
  const figures = keys.map((key): [string, Figure] => {
    const of = (id: Parameters<typeof column>[0]): number => column(id).get(key) ?? 0;
    const winRate = divide(of('wonDeals'), of('closedDeals'));
    const dealSize = divide(of('wonAmount'), of('wonDeals'));
    const expected = winRate === null || dealSize === null ? null : of('openDeals') * winRate * dealSize;
    return [key, ratioFigure(expected, divide(of('cycleDays'), of('cycleDeals')))];
  });
  return new Map(figures);
}

function quantilesOf(lengths: readonly Frequency[]): NonNullable<Figure['beside']> {
  return { median: quantile(lengths, 0.5), p90: quantile(lengths, 0.9) };
}

/** How often each length occurs, within each key of the scope's dimension. */
function cycleLengths({
  source,
  range,
  by,
  filter,
}: Scope): readonly (Frequency & { readonly key: string })[] {
  const dimensions = by === null ? (['cycle_days'] as const) : ([by, 'cycle_days'] as const);
  return source.read({ measures: ['cycleDeals'], range, by: dimensions, filter }).map(({ keys, values }) => ({
    key: by === null ? '' : (keys[0] ?? ''),
    value: Number(keys.at(-1)),
    count: values[0] ?? 0,
  }));
}
