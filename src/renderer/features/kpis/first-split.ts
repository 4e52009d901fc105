import { filterDimensions, type KpiFilter, type RowDimension } from '@shared/kpi/declaration';

/** What else is of one name where a dimension is. */
const settledBy: Readonly<Partial<Record<RowDimension, readonly RowDimension[]>>> = {
  rep: ['team', 'region'],
  product: ['category'],
  customer: ['segment'],
};

/** What a KPI is split by at first, of what it can be split by: not by what it is narrowed to a single name in. */
export function firstSplit(dimensions: readonly RowDimension[], filter: KpiFilter): RowDimension | null {
  const single = filterDimensions.filter((dimension) => filter[dimension]?.length === 1);
  const settled = single.flatMap((dimension): readonly RowDimension[] => [
    dimension,
    ...(settledBy[dimension] ?? []),
  ]);
  return dimensions.find((dimension) => !settled.includes(dimension)) ?? dimensions[0] ?? null;
}
