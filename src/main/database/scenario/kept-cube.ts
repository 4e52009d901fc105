import { type DateRange, dayNumber } from '@shared/model/calendar-date';
import { type CubeMeasure, historyMeasures } from '@shared/scenario/cube';
import type { WorkspaceStep } from '../../workspace/recent-steps';
import type { Change, RangeChange } from '../change-set';
import type { Connection, SqlRow, SqlValue } from '../connection';
import type { Entities } from '../kpi/entities';
import { noDay } from '../kpi/stored-column';
import type { WorkspaceColumns } from '../kpi/workspace-columns';
import { collectCells, collectHistory, collectOpenDeals, cubeRows, openMeasures } from './collect-cells';
import { bucketFinder, type CellPlace, CellStore } from './cube-cells';
import { HistoryStore } from './cube-history';
import { EarlierDeals } from './earlier-deals';
import { ProductSales } from './product-sales';
import { dayOf, valueOfRow } from './row-values';

type RowTable = (typeof cubeRows)[number]['dataset'];

const columnsOfCells: Readonly<Record<'reps' | 'products' | 'customers', readonly string[]>> = {
  reps: ['region'],
  products: ['unit_cost'],
  customers: ['region', 'segment'],
};

/**
 * The sums of a period, kept up to date row by row: a row that changes is taken from its cell as it was and added to its cell as it
 * is. Read anew are they when reps or products come or go, when a region, segment or unit cost changes that cells are told apart by,
 * and when an import is followed by edits of the same rows before anybody has asked: see `follows`.
 */
export class KeptCube {
  readonly cells: CellStore;
  readonly history: HistoryStore;
  readonly sales: ProductSales;
  private readonly earlierDeals = new EarlierDeals();
  private readonly bucketOf: (day: number) => number;
  private readonly reps: Entities;
  private readonly products: Entities;
  private readonly repRegions: readonly string[];
  private readonly unitCosts: readonly string[];
  /** By id, of customers who have been there. */
  private readonly customers = new Map<SqlValue, { readonly region: string; readonly segment: string }>();

  constructor(
    columns: WorkspaceColumns,
    private readonly connection: Connection,
    private readonly range: DateRange,
    buckets: readonly DateRange[],
  ) {
    const orders = columns.of('orders');
    this.reps = orders.entities('reps');
    this.products = orders.entities('products');
    this.repRegions = this.reps.attribute('region');
    this.unitCosts = this.products.attribute('unit_cost');
    this.bucketOf = bucketFinder(buckets);
    const customers = orders.entities('customers');
    this.cells = new CellStore(buckets, this.products.count, {
      regions: [...this.repRegions, ...customers.attribute('region')],
      segments: customers.attribute('segment'),
      sources: [],
    });
    collectCells(this.cells, columns, buckets);
    collectOpenDeals(this.cells, columns.of('opportunities'), range, buckets, this.earlierDeals);
    this.history = new HistoryStore(range, this.reps.count);
    collectHistory(this.history, columns);
    this.sales = new ProductSales(range.to);
    this.sales.collect(orders);
    for (const row of connection.rows('SELECT id, region, segment FROM customers')) this.noteCustomer(row);
  }

  get openEarlier(): { readonly deals: number; readonly amount: number } {
    return this.earlierDeals.totals;
  }

  /** Brings it up to date. @returns false where it cannot, and must be read anew; what it holds is then worth nothing. */
  follow(steps: readonly WorkspaceStep[]): boolean {
    const changes = steps.flatMap(({ changes: own, direction }) =>
      own.map((change) => ({ change, direction })),
    );
    if (changes.some(({ change }) => needsReading(change)) || hasMixedRanges(steps)) return false;
    for (const { change } of changes) {
      if (change.kind === 'row' && change.table === 'customers') {
        for (const row of [change.before, change.after]) if (row !== null) this.noteCustomer(row);
      }
    }
    for (const { change, direction } of changes) this.followChange(change, direction);
    return this.cells.hasRoom;
  }

  private followChange(change: Change, direction: 1 | -1): void {
    const table = cubeRows.find(({ dataset }) => dataset === change.table)?.dataset;
    if (table === undefined) return;
    if (change.kind === 'row') {
      const [from, to] = direction === 1 ? [change.before, change.after] : [change.after, change.before];
      if (from !== null) this.count(table, from, -1);
      if (to !== null) this.count(table, to, 1);
      return;
    }
    const sign = change.sign === direction ? 1 : -1;
    for (const row of this.rowsOf(change)) this.count(table, row, sign);
  }

  /** Of rows that came or went at once: from the database, or from the change that took them out of it. */
  private rowsOf({ table, columns, firstId, lastId, rows }: RangeChange): readonly SqlRow[] {
    if (rows === null) {
      return this.connection.rows(`SELECT * FROM ${table} WHERE id BETWEEN ? AND ?`, [firstId, lastId]);
    }
    return rows.map((row) =>
      Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null])),
    );
  }

  private count(table: RowTable, row: SqlRow, sign: 1 | -1): void {
    const rows = cubeRows.find(({ dataset }) => dataset === table);
    if (rows === undefined) return;
    const day = dayOf(row[rows.day]);
    this.countAt(this.bucketOf(day), rows.measures, table, row, sign);
    if (table === 'opportunities') this.countOpen(row, sign);
    if (table === 'orders' && day !== noDay) {
      const quantity = typeof row.quantity === 'number' ? row.quantity : Number.NaN;
      this.sales.add(positionIn(this.products, row.product_id), day, quantity, Number(row.amount), sign);
    }
    this.countHistory(rows.measures, row, day, sign);
  }

  private countAt(
    bucket: number,
    measures: readonly CubeMeasure[],
    table: RowTable,
    row: SqlRow,
    sign: 1 | -1,
  ): void {
    if (bucket < 0) return;
    const cell = this.cells.cell(this.placeOf(table, row, bucket));
    for (const id of measures) {
      const value = this.valueOf(id, row);
      if (value !== null) this.cells.change(id, cell, sign * value);
    }
  }

  /** Open at the period's end: see `collectOpenDeals`. */
  private countOpen(row: SqlRow, sign: 1 | -1): void {
    const [created, closed] = [dayOf(row.created_on), dayOf(row.closed_on)];
    const [from, to] = [dayNumber(this.range.from), dayNumber(this.range.to)];
    if (created > to || !(row.outcome === 'open' || closed > to)) return;
    if (created >= from) this.countAt(this.bucketOf(created), openMeasures, 'opportunities', row, sign);
    else this.earlierDeals.add(typeof row.amount === 'number' ? row.amount : 0, sign);
  }

  private countHistory(measures: readonly CubeMeasure[], row: SqlRow, day: number, sign: 1 | -1): void {
    const rep = positionIn(this.reps, row.rep_id);
    if (rep < 0 || !this.history.has(day)) return;
    for (const id of historyMeasures) {
      const value = measures.includes(id) ? this.valueOf(id, row) : null;
      if (value !== null) this.history.add(id, rep, day, sign * value);
    }
  }

  private valueOf(id: CubeMeasure, row: SqlRow): number | null {
    return valueOfRow(id, row, (product) => {
      const cost = this.unitCosts[positionIn(this.products, product)];
      return cost === undefined || cost === '' ? null : Number(cost);
    });
  }

  private placeOf(table: RowTable, row: SqlRow, bucket: number): CellPlace {
    const isSale = table === 'orders' || table === 'opportunities';
    const customer = isSale ? this.customers.get(row.customer_id ?? null) : undefined;
    const rep = positionIn(this.reps, row.rep_id);
    const product = isSale ? positionIn(this.products, row.product_id) : -1;
    const source = table === 'leads' ? row.source : table === 'opportunities' ? row.lead_source : null;
    const region = (rep < 0 ? '' : this.repRegions[rep]) || (customer?.region ?? '');
    return {
      rep: rep < 0 ? this.reps.count : rep,
      region: this.cells.regions.codeOf(region),
      product: product < 0 ? this.products.count : product,
      segment: this.cells.segments.codeOf(customer?.segment ?? ''),
      source: this.cells.sources.codeOf(String(source ?? '')),
      bucket,
    };
  }

  private noteCustomer({ id, region, segment }: SqlRow): void {
    this.customers.set(id ?? null, { region: String(region ?? ''), segment: String(segment ?? '') });
  }
}

function positionIn({ positionOf }: Entities, id: SqlValue | undefined): number {
  return typeof id === 'number' ? (positionOf[id] ?? -1) : -1;
}

/** Whether a change reaches cells that cannot be found from the changed row alone. */
function needsReading(change: Change): boolean {
  const { table } = change;
  if (table !== 'reps' && table !== 'products' && table !== 'customers') return false;
  if (change.kind === 'range') return true;
  const { before, after } = change;
  if (before === null || after === null) return table !== 'customers';
  return columnsOfCells[table].some((column) => before[column] !== after[column]);
}

/**
 * Whether rows that came or went at once were changed by another step as well: what they were at the time is not known any more.
 */
function hasMixedRanges(steps: readonly WorkspaceStep[]): boolean {
  const changes = steps.flatMap((step) => step.changes);
  return changes.some(
    (change) =>
      change.kind === 'range' && changes.some((other) => other !== change && other.table === change.table),
  );
}
