import {
  addMonths,
  type DateRange,
  earlierOf,
  firstOfMonth,
  intersection,
  lastOfMonth,
} from '@shared/model/calendar-date';
import { datasetIds } from '@shared/model/dataset';
import { periodsWithin } from '@shared/model/period';
import { without } from '@shared/model/range-difference';
import { elasticityEstimates } from '@shared/pricing/elasticity-estimates';
import type { CubeProduct, CubeRep, CubeRetention, ScenarioCube } from '@shared/scenario/cube';
import type { Entities } from '../kpi/entities';
import type { WorkspaceMeasures } from '../kpi/workspace-measures';
import type { KeptCube } from './kept-cube';

/** Brings cells that have been read and what is known besides together. */
export function cubeOf(
  kept: KeptCube,
  source: WorkspaceMeasures,
  range: DateRange,
  retention: readonly CubeRetention[],
): ScenarioCube {
  const reps = source.columns.entities('reps');
  const { cells } = kept;
  const none = { name: '', team: '', region: '', startDate: null, endDate: null };
  return {
    range,
    buckets: bucketsOf(range),
    reps: [...repsOf(reps), none],
    regions: cells.regions.names,
    products: [
      ...productsOf(source.columns.entities('products'), kept),
      { name: '', category: '', listPrice: null, elasticity: null },
    ],
    segments: cells.segments.names,
    sources: cells.sources.names,
    cells: cells.cells,
    openEarlier: kept.openEarlier,
    history: kept.history.packed(),
    retention,
    quotas: source.allQuotas(),
    prices: source.prices(range.to, {}),
    datasets: datasetIds.filter((id) => source.hasRows(id)),
    fiscalYearStart: source.options.fiscalYearStart,
    inactivityDays: source.options.inactivityDays,
  };
}

/** Months from the period's first, or the one before its last where that is earlier, to its last; cut where the period begins and ends. */
export function bucketsOf(range: DateRange): readonly DateRange[] {
  const from = earlierOf(firstOfMonth(range.from), firstOfMonth(addMonths(range.to, -1)));
  return periodsWithin({ from, to: lastOfMonth(range.to) }, 'month', 1).flatMap((month) => {
    const whole = { from: month.from, to: month.to };
    const own = intersection(whole, range);
    const parts = [...without([whole], [range]), ...(own === null ? [] : [own])];
    return parts.sort((one, other) => (one.from < other.from ? -1 : 1));
  });
}

function repsOf(reps: Entities): readonly CubeRep[] {
  const [teams, regions] = [reps.attribute('team'), reps.attribute('region')];
  const [starts, ends] = [reps.attribute('start_date'), reps.attribute('end_date')];
  return reps.attribute('name').map((name, index) => ({
    name,
    team: teams[index] ?? '',
    region: regions[index] ?? '',
    startDate: starts[index] || null,
    endDate: ends[index] || null,
  }));
}

/** Elasticities as the person gave them, or as sales tell: see `elasticityEstimates`. */
function productsOf(products: Entities, { sales }: KeptCube): readonly CubeProduct[] {
  const [categories, listPrices] = [products.attribute('category'), products.attribute('list_price')];
  const given = products.attribute('elasticity');
  const names = products.attribute('name');
  const estimates = elasticityEstimates(
    names.map((product, index) => ({
      product,
      category: categories[index] ?? '',
      given: numberOf(given[index]),
      squares: sales.squares(index),
    })),
  );
  return names.map((name, index) => ({
    name,
    category: categories[index] ?? '',
    listPrice: numberOf(listPrices[index]),
    elasticity: estimates.get(name)?.value ?? null,
  }));
}

function numberOf(text: string | undefined): number | null {
  return text ? Number(text) : null;
}
