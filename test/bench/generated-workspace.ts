import { join } from 'node:path';
import { addDays } from '@shared/model/calendar-date';
import type { ChangeRecorder } from '../../src/main/database/change-set';
import type { SqlValue } from '../../src/main/database/connection';
import { WorkspaceSession } from '../../src/main/workspace/workspace-session';
import { seededRandom } from './random';

/** How large a workspace is made, and over which days. */
const sizes = { reps: 200, teams: 10, regions: 5, products: 50, categories: 6, customers: 2000 };
const segments = ['Enterprise', 'Mid-market', 'Small', 'Public'];
export const firstDay = '2025-01-01';
export const period = { from: firstDay, to: '2026-12-31' };
const days = 730;

type Row = readonly SqlValue[];

function rows(count: number, row: (index: number) => Row): Row[] {
  return Array.from({ length: count }, (_, index) => row(index));
}

/** A workspace of 200 reps, 50 products and 24 months with this many orders, a fifth as many deals, and the rest in proportion. */
export async function generatedWorkspace(folder: string, orders: number): Promise<WorkspaceSession> {
  const session = await WorkspaceSession.create(join(folder, `bench-${orders}.qbench`));
  session.change({ code: 'import', parameters: { source: 'bench' } }, (recorder) => {
    fillEntities(recorder);
    fillSales(recorder, orders);
    fillPlans(recorder);
  });
  return session;
}

function fillEntities(recorder: ChangeRecorder): void {
  recorder.insertMany(
    'reps',
    ['name', 'team', 'region'],
    rows(sizes.reps, (index) => [
      `Rep ${index + 1}`,
      `Team ${(index % sizes.teams) + 1}`,
      `Region ${(index % sizes.regions) + 1}`,
    ]),
  );
  recorder.insertMany(
    'products',
    ['name', 'category', 'list_price', 'unit_cost'],
    rows(sizes.products, (index) => [
      `Product ${index + 1}`,
      `Category ${(index % sizes.categories) + 1}`,
      100 + index,
      60,
    ]),
  );
  recorder.insertMany(
    'customers',
    ['name', 'segment'],
    rows(sizes.customers, (index) => [`Customer ${index + 1}`, segments[index % segments.length] ?? null]),
  );
}

function fillSales(recorder: ChangeRecorder, orders: number): void {
  const random = seededRandom(7);
  const oneOf = (count: number): number => Math.floor(random() * count) + 1;
  const anyDay = (): string => addDays(firstDay, Math.floor(random() * days));
  recorder.insertMany(
    'orders',
    ['order_no', 'ordered_on', 'customer_id', 'rep_id', 'product_id', 'quantity', 'unit_price', 'amount'],
    rows(orders, (index) => {
      const [quantity, price] = [oneOf(9), 90 + oneOf(80)];
      return [
        `O${Math.floor(index / 2)}`,
        anyDay(),
        oneOf(sizes.customers),
        oneOf(sizes.reps),
        oneOf(sizes.products),
        quantity,
        price,
        quantity * price,
      ];
    }),
  );
  const outcomes = ['won', 'lost', 'open', 'won'];
  recorder.insertMany(
    'opportunities',
    ['created_on', 'closed_on', 'stage', 'outcome', 'amount', 'rep_id', 'customer_id', 'product_id'],
    rows(orders / 5, (index) => {
      const outcome = outcomes[index % outcomes.length] ?? 'open';
      const created = anyDay();
      const closed = outcome === 'open' ? null : addDays(created, oneOf(90));
      return [
        created,
        closed,
        outcome,
        outcome,
        oneOf(9000),
        oneOf(sizes.reps),
        oneOf(sizes.customers),
        oneOf(sizes.products),
      ];
    }),
  );
  recorder.insertMany(
    'leads',
    ['created_on', 'source', 'rep_id', 'status', 'converted_on'],
    rows(orders / 10, (index) => {
      const created = anyDay();
      const converted = index % 4 === 0;
      return [
        created,
        `Source ${index % 5}`,
        oneOf(sizes.reps),
        converted ? 'Converted' : 'New',
        converted ? addDays(created, oneOf(60)) : null,
      ];
    }),
  );
  const types = ['call', 'email', 'meeting'];
  recorder.insertMany(
    'activities',
    ['date', 'rep_id', 'type', 'count'],
    rows(orders / 5, (index) => [
      anyDay(),
      oneOf(sizes.reps),
      types[index % types.length] ?? null,
      oneOf(12),
    ]),
  );
}

function fillPlans(recorder: ChangeRecorder): void {
  const quarters = ['2025', '2026'].flatMap((year) => [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`));
  recorder.insertMany(
    'quotas',
    ['period', 'amount', 'rep_id'],
    quarters.flatMap((quarter) => rows(sizes.reps, (rep) => [quarter, 150_000, rep + 1])),
  );
  recorder.insertMany(
    'competitor_prices',
    ['product_id', 'competitor', 'price', 'observed_on'],
    rows(sizes.products * 3, (index) => [
      Math.floor(index / 3) + 1,
      `Competitor ${(index % 3) + 1}`,
      110 + (index % 40),
      '2026-06-01',
    ]),
  );
}
