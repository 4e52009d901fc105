import type { Target } from '@shared/ipc/kpi';
import type { KpiDirection, KpiUnit } from '@shared/kpi/declaration';
import type { DateRange } from '@shared/model/calendar-date';
import { periodRange } from '@shared/model/period';
import { type GridView, gridPeriods, type TargetRow } from './grid-model';
import { readBenchmarks, readYearBefore } from './target-grid.store';

export type FillSource =
  /** The result of the same period a year before, better by a share of it. */
  { readonly kind: 'lastYear'; readonly growth: number } | { readonly kind: 'benchmark' };

/** A value for each cell that has one, by row and period. */
export type FillValues = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Asks for what the cells of the grid would be filled with. Cells of every period have no year before. */
export async function readFill(
  source: FillSource,
  view: GridView,
  rows: readonly TargetRow[],
  fiscalYearStart: number,
): Promise<FillValues> {
  const values = new Map<string, Map<string, number>>(rows.map(({ id }) => [id, new Map()]));
  for (const period of gridPeriods(view)) {
    const range = periodRange(period === '' ? String(view.year) : period, fiscalYearStart);
    if (range === null || (period === '' && source.kind === 'lastYear')) continue;
    const valueFor = await readPeriod(source, view, rows, range);
    for (const row of rows) {
      const value = valueFor(row);
      if (value !== null) values.get(row.id)?.set(period, value);
    }
  }
  return values;
}

async function readPeriod(
  source: FillSource,
  view: GridView,
  rows: readonly TargetRow[],
  range: DateRange,
): Promise<(row: TargetRow) => number | null> {
  const kpis = [...new Set(rows.map(({ kpi }) => kpi.id))];
  if (source.kind === 'benchmark') {
    const found = await readBenchmarks(kpis, range);
    return ({ kpi, scope }) => (kpi.isAdditive && scope.kind !== 'all' ? null : (found.get(kpi.id) ?? null));
  }
  const past = await readPast(view, rows, kpis, range);
  return ({ kpi, scope }) => {
    const before = past.get(scope.kind)?.get(kpi.id)?.get(scope.key) ?? null;
    return before === null ? null : improved(before, source.growth, kpi.direction);
  };
}

/** Better by a share of what it is: more, or less where less is better. Where near is better, what it is. */
export function improved(value: number, share: number, direction: KpiDirection): number {
  switch (direction) {
    case 'up':
      return value + Math.abs(value) * share;
    case 'down':
      return value - Math.abs(value) * share;
    case 'near':
      return value;
  }
}

type Past = ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, number | null>>>;

/** By kind of scope, KPI and name. */
async function readPast(
  view: GridView,
  rows: readonly TargetRow[],
  kpis: readonly string[],
  range: DateRange,
): Promise<Past> {
  if (view.down === 'kpis') {
    const answers = await readYearBefore(kpis, range, null, view.scope);
    // A KPI narrowed to one scope answers under the empty name.
    const named = new Map(
      [...answers].map(([kpi, values]) => [kpi, new Map([[view.scope.key, values.get('') ?? null]])]),
    );
    return new Map([[view.scope.kind, named]]);
  }
  const kinds = [...new Set(rows.map(({ scope }) => scope.kind))];
  const all = { kind: 'all', key: '' } as const;
  return new Map(
    await Promise.all(
      kinds.map(
        async (kind) => [kind, await readYearBefore(kpis, range, kind === 'all' ? null : kind, all)] as const,
      ),
    ),
  );
}

/** Targets for the cells that have a value; those that are set stay unless they are overwritten, and limits follow the value. */
export function filledTargets(
  values: FillValues,
  rows: readonly TargetRow[],
  { unit, overwrites }: { readonly unit: number; readonly overwrites: boolean },
): readonly Omit<Target, 'id'>[] {
  return rows.flatMap(({ id, kpi, scope, cells }) =>
    [...(values.get(id) ?? [])].flatMap(([period, value]) => {
      const own = cells.get(period)?.own ?? null;
      const rounded = roundedFor(kpi.unit, value, unit);
      if ((own !== null && !overwrites) || own?.value === rounded) return [];
      const owner = { kpi: kpi.id, scopeKind: scope.kind, scopeKey: scope.key, period };
      return [{ ...owner, value: rounded, amber: null, red: null }];
    }),
  );
}

/** Money to the unit, numbers to whole ones, rates to a thousandth, the rest to a hundredth. */
function roundedFor(kpiUnit: KpiUnit, value: number, unit: number): number {
  switch (kpiUnit) {
    case 'money':
      return toMultiple(value, unit);
    case 'number':
      return toMultiple(value, Math.abs(value) < 10 ? 0.1 : 1);
    case 'percent':
      return toMultiple(value, 0.001);
    case 'days':
    case 'index':
      return toMultiple(value, 0.1);
    case 'ratio':
    case 'elasticity':
    case 'money_per_day':
      return toMultiple(value, 0.01);
  }
}

function toMultiple(value: number, unit: number): number {
  // By whole units of 1 ÷ unit where the unit is a decimal, so that 0.1 × 3 is 0.3.
  return unit >= 1
    ? Math.round(value / unit) * unit
    : Math.round(value * Math.round(1 / unit)) / Math.round(1 / unit);
}
