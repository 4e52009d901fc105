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
import type { CubeProduct, CubeRep, CubeRetention, ScenarioCube } from '@shared/scenario/cube';
import type { Entities } from '../kpi/entities';
import type { WorkspaceMeasures } from '../kpi/workspace-measures';
import { collectCells, collectHistory, collectOpenDeals } from './collect-cells';
import { CellStore } from './cube-cells';
import { HistoryStore } from './cube-history';
import { productElasticities } from './product-elasticities';

/**
 * Reads the sums of a period for scenarios, and of the whole months around its end that growth is measured between.
 * @param range calendar dates, both inclusive. @param retention of the same period.
 */
export function readCube(
  source: WorkspaceMeasures,
  range: DateRange,
  retention: readonly CubeRetention[],
): ScenarioCube {
  const orders = source.columns.of('orders');
  const [reps, customers] = [orders.entities('reps'), orders.entities('customers')];
  const products = productsOf(source, range.to);
  const buckets = bucketsOf(range);
  const store = new CellStore(buckets, products.length, {
    regions: [...reps.attribute('region'), ...customers.attribute('region')],
    segments: customers.attribute('segment'),
    sources: [],
  });
  collectCells(store, source.columns, buckets);
  const openEarlier = collectOpenDeals(store, source.columns.of('opportunities'), range, buckets);
  return {
    range,
    buckets,
    reps: [...repsOf(reps), { name: '', team: '', region: '', startDate: null, endDate: null }],
    regions: store.regions.names,
    products: [...products, { name: '', category: '', listPrice: null, elasticity: null }],
    segments: store.segments.names,
    sources: store.sources.names,
    cells: store.packed(),
    openEarlier,
    history: collectHistory(new HistoryStore(range, reps.count), source.columns),
    retention,
    quotas: source.allQuotas(),
    prices: source.prices(range.to, {}),
    datasets: datasetIds.filter((id) => source.hasRows(id)),
    fiscalYearStart: source.options.fiscalYearStart,
    inactivityDays: source.options.inactivityDays,
  };
}

/** Months from the period's first, or the one before its last where that is earlier, to its last; cut where the period begins and ends. */
function bucketsOf(range: DateRange): readonly DateRange[] {
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

function productsOf(source: WorkspaceMeasures, until: string): readonly CubeProduct[] {
  const orders = source.columns.of('orders');
  const products = orders.entities('products');
  const names = products.attribute('name');
  const [categories, listPrices] = [products.attribute('category'), products.attribute('list_price')];
  const elasticities = productElasticities(orders, names.length, until);
  return names.map((name, index) => ({
    name,
    category: categories[index] ?? '',
    listPrice: listPrices[index] ? Number(listPrices[index]) : null,
    elasticity: elasticities[index]?.value ?? null,
  }));
}
