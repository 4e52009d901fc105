import { measures } from '@shared/kpi/measure';
import { addMonths, type DateRange, earlierOf, firstOfMonth } from '@shared/model/calendar-date';
import { datasetIds } from '@shared/model/dataset';
import { periodsWithin, rangeYearBefore } from '@shared/model/period';
import { type CubeMeasure, type CubeProduct, cubeMeasures, type ScenarioCube } from '@shared/scenario/cube';
import { estimateElasticity, type MonthlySales } from '@shared/scenario/elasticity';
import type { WorkspaceSession } from '../../workspace/workspace-session';
import type { SqlValue } from '../connection';
import { readQuotas } from '../kpi/quota-rows';
import { WorkspaceColumns } from '../kpi/workspace-columns';
import { WorkspaceMeasures } from '../kpi/workspace-measures';

/** One sum of SQL for each measure; those of deals and of orders are read apart. `d` is the row. */
const orderSums: Readonly<Partial<Record<CubeMeasure, string>>> = {
  revenue: 'sum(d.amount)',
  margin: 'sum(d.amount - coalesce(d.cost, d.quantity * product.unit_cost))',
  costedRevenue: 'sum(d.amount) FILTER (WHERE coalesce(d.cost, d.quantity * product.unit_cost) IS NOT NULL)',
  quantifiedRevenue: 'sum(d.amount) FILTER (WHERE d.quantity IS NOT NULL)',
  quantity: 'sum(d.quantity)',
  discount: 'sum(d.discount)',
  gross: 'sum(coalesce(d.quantity * d.unit_price, d.amount + coalesce(d.discount, 0)))',
};
const dealSums: Readonly<Partial<Record<CubeMeasure, string>>> = {
  wonAmount: "sum(d.amount) FILTER (WHERE d.outcome = 'won')",
  wonDeals: "count(*) FILTER (WHERE d.outcome = 'won')",
  closedDeals: "count(*) FILTER (WHERE d.outcome IN ('won', 'lost'))",
};

/**
 * Reads the sums of a period, and of the year before it that growth is measured against, for scenarios. Two passes over the rows.
 * @param range calendar dates, both inclusive.
 */
export function readCube(session: WorkspaceSession, range: DateRange): ScenarioCube {
  const { connection, options } = session;
  const source = new WorkspaceMeasures(connection, options, new WorkspaceColumns(session));
  const buckets = bucketsOf(range);
  const cells = new CellCollector(buckets);
  cells.collect(session, 'orders', 'ordered_on', orderSums);
  cells.collect(session, 'opportunities', 'closed_on', dealSums);
  const products = cells.products.map((name) => productOf(session, name, range.to));
  return {
    range,
    buckets,
    reps: cells.reps.map((name) => ({
      name,
      team: textOf(session, 'SELECT team FROM reps WHERE name = ?', name),
    })),
    regions: cells.regions,
    products,
    segments: cells.segments,
    cells: cells.packed(),
    quotas: readQuotas(connection),
    prices: source.prices(range.to, {}),
    datasets: datasetIds.filter((id) => source.hasRows(id)),
    fiscalYearStart: options.fiscalYearStart,
    inactivityDays: options.inactivityDays,
  };
}

/** From the month that lies a year before the period's last to the period's end, cut where the period begins. */
function bucketsOf(range: DateRange): readonly DateRange[] {
  const from = earlierOf(firstOfMonth(addMonths(range.from, -1)), firstOfMonth(rangeYearBefore(range).from));
  const cut = periodsWithin({ from, to: range.to }, 'month', 1);
  return cut.flatMap((month) => {
    const cutHere = month.from < range.from && range.from <= month.to;
    return cutHere
      ? [
          { from: month.from, to: dayBefore(range.from) },
          { from: range.from, to: month.to },
        ]
      : [{ from: month.from, to: month.to }];
  });
}

function dayBefore(day: string): string {
  return periodsWithin({ from: addMonths(day, -1), to: day }, 'day', 1).at(-2)?.to ?? day;
}

function textOf({ connection }: WorkspaceSession, sql: string, name: string): string {
  const row = connection.first(sql, [name]);
  return String(Object.values(row ?? {})[0] ?? '');
}

function productOf({ connection }: WorkspaceSession, name: string, to: string): CubeProduct {
  const row = connection.first('SELECT id, category, list_price FROM products WHERE name = ?', [name]);
  if (row === null) return { name, category: '', listPrice: null, elasticity: null };
  const months = connection.tuples(
    `SELECT sum(quantity), sum(amount) FROM orders
      WHERE product_id = ? AND ordered_on <= ? AND quantity IS NOT NULL GROUP BY substr(ordered_on, 1, 7)`,
    [row.id ?? null, to],
  );
  const sales = months.map(
    ([quantity, revenue]): MonthlySales => ({ quantity: Number(quantity), revenue: Number(revenue) }),
  );
  return {
    name,
    category: String(row.category ?? ''),
    listPrice: row.list_price === null || row.list_price === undefined ? null : Number(row.list_price),
    elasticity: estimateElasticity(sales)?.value ?? null,
  };
}

/** Gathers rows of sums under the names that they are grouped by. */
class CellCollector {
  readonly reps: string[] = [];
  readonly regions: string[] = [];
  readonly products: string[] = [];
  readonly segments: string[] = [];
  private readonly indices = new Map<readonly string[], Map<string, number>>();
  private readonly cells = new Map<
    string,
    { readonly keys: readonly number[]; readonly sums: Map<CubeMeasure, number> }
  >();

  constructor(private readonly buckets: readonly DateRange[]) {}

  collect(
    { connection }: WorkspaceSession,
    dataset: 'orders' | 'opportunities',
    day: 'ordered_on' | 'closed_on',
    sums: Readonly<Partial<Record<CubeMeasure, string>>>,
  ): void {
    const ids = cubeMeasures.filter((id) => sums[id] !== undefined && measures[id].dataset === dataset);
    const columns = ids.map((id) => `coalesce(${sums[id]}, 0)`).join(', ');
    const bucketCase = this.buckets.map(() => 'WHEN ? THEN ?').join(' ');
    const first = this.buckets[0]?.from ?? '';
    const last = this.buckets.at(-1)?.to ?? '';
    const cut = this.buckets.find(({ from }) => !from.endsWith('-01'))?.from ?? '9999-12-31';
    const rows = connection.tuples(
      `SELECT coalesce(rep.name, ''), coalesce(rep.region, customer.region, ''), coalesce(product.name, ''),
              coalesce(customer.segment, ''), CASE substr(d.${day}, 1, 7) || (d.${day} >= ?) ${bucketCase} END AS bucket, ${columns}
         FROM ${dataset} d
         LEFT JOIN reps AS rep ON rep.id = d.rep_id
         LEFT JOIN products AS product ON product.id = d.product_id
         LEFT JOIN customers AS customer ON customer.id = d.customer_id
        WHERE d.${day} BETWEEN ? AND ?
        GROUP BY 1, 2, 3, 4, 5`,
      [
        cut,
        ...this.buckets.flatMap(({ from }, index) => [`${from.slice(0, 7)}${from >= cut ? 1 : 0}`, index]),
        first,
        last,
      ],
    );
    for (const row of rows) this.add(row, ids);
  }

  packed(): ScenarioCube['cells'] {
    const cells = [...this.cells.values()];
    const column = (at: number) => Int32Array.from(cells, ({ keys }) => keys[at] ?? 0);
    const sums = Object.fromEntries(
      cubeMeasures.map((id) => [id, Float64Array.from(cells, (cell) => cell.sums.get(id) ?? 0)]),
    ) as ScenarioCube['cells']['sums'];
    return {
      count: cells.length,
      rep: column(0),
      region: column(1),
      product: column(2),
      segment: column(3),
      bucket: column(4),
      sums,
    };
  }

  private add(
    [rep, region, product, segment, bucket, ...values]: readonly SqlValue[],
    ids: readonly CubeMeasure[],
  ): void {
    const keys = [
      this.indexOf(this.reps, String(rep)),
      this.indexOf(this.regions, String(region)),
      this.indexOf(this.products, String(product)),
      this.indexOf(this.segments, String(segment)),
      Number(bucket),
    ];
    const key = keys.join(' ');
    const cell = this.cells.get(key) ?? { keys, sums: new Map<CubeMeasure, number>() };
    this.cells.set(key, cell);
    for (const [index, id] of ids.entries()) cell.sums.set(id, Number(values[index]));
  }

  private indexOf(names: string[], name: string): number {
    const known = this.indices.get(names) ?? new Map<string, number>();
    this.indices.set(names, known);
    const index = known.get(name);
    if (index !== undefined) return index;
    known.set(name, names.length);
    return names.push(name) - 1;
  }
}
