import { outcomeOfStage } from '@shared/model/deal-outcome';
import { periodsWithin } from '@shared/model/period';
import { scenarioSchema } from '@shared/scenario/scenario';
import type { ChangeRecorder } from '../database/change-set';
import type { Connection } from '../database/connection';
import { EntityNames } from '../database/rows/entity-names';
import { makeActivities } from './sample/activities';
import {
  overpricedCategory,
  sampleManagers,
  sampleProducts,
  sampleRange,
  sampleReps,
} from './sample/company';
import { makeCustomers } from './sample/customers';
import { makeDeals } from './sample/deals';
import { samplePlans } from './sample/incentive-plans';
import { makeLeads } from './sample/leads';
import { makeOrders } from './sample/orders';
import { makeCompetitorPrices, priceOn } from './sample/prices';
import { quotaOf } from './sample/quotas';
import { SeededRandom } from './sample/random';
import { makeStageChanges } from './sample/stage-changes';
import { WorkspaceSession } from './workspace-session';

const seed = 20_241_101;

/**
 * Creates the sample workspace at `path`: two years of a company that sells pumps, valves, sensors and service. The same each
 * time. Team Nord misses its quotas, sensors are priced above their market, and fish farmers leave.
 * @throws QuotabenchError those of `WorkspaceSession.create`.
 */
export async function createSampleWorkspace(path: string): Promise<WorkspaceSession> {
  const session = await WorkspaceSession.create(path, { currency: 'NOK' });
  session.build((recorder) => fill(session.connection, recorder));
  await session.save();
  return session;
}

function fill(connection: Connection, recorder: ChangeRecorder): void {
  const random = new SeededRandom(seed);
  recorder.insertMany(
    'reps',
    ['name', 'team', 'region', 'manager', 'email', 'start_date'],
    sampleReps.map(({ name, team, region, startedOn }) => [
      name,
      team,
      region,
      sampleManagers[team] ?? null,
      emailOf(name),
      startedOn,
    ]),
  );
  recorder.insertMany(
    'products',
    ['name', 'category', 'list_price', 'unit_cost'],
    sampleProducts.map((product) => [
      product.name,
      product.category,
      priceOn(product, sampleRange.to),
      product.unitCost,
    ]),
  );
  const customers = makeCustomers(random);
  recorder.insertMany(
    'customers',
    ['name', 'segment', 'region', 'industry', 'acquired_on', 'churned_on', 'recurring_amount'],
    customers.map((customer) => [
      customer.name,
      customer.segment,
      customer.region,
      customer.industry,
      customer.acquiredOn,
      customer.churnedOn,
      customer.recurringAmount,
    ]),
  );
  const names = new EntityNames(connection, recorder);
  const deals = makeDeals(random, customers);
  recorder.insertMany(
    'opportunities',
    [
      'deal_id',
      'name',
      'created_on',
      'closed_on',
      'stage',
      'outcome',
      'amount',
      'rep_id',
      'customer_id',
      'product_id',
      'lead_source',
    ],
    deals.map(({ dealId, name, createdOn, closedOn, stage, amount, rep, customer, product, source }) => [
      dealId,
      name,
      createdOn,
      closedOn,
      stage,
      outcomeOfStage(stage),
      amount,
      names.find('reps', rep.name),
      names.find('customers', customer.name),
      names.find('products', product.name),
      source,
    ]),
  );
  recorder.insertMany(
    'orders',
    [
      'order_no',
      'ordered_on',
      'customer_id',
      'rep_id',
      'product_id',
      'quantity',
      'unit_price',
      'discount',
      'amount',
      'cost',
    ],
    makeOrders(random, customers, deals).map((line) => [
      line.orderNo,
      line.orderedOn,
      names.find('customers', line.customer.name),
      names.find('reps', line.rep.name),
      names.find('products', line.product.name),
      line.quantity,
      line.unitPrice,
      line.discount,
      line.amount,
      line.cost,
    ]),
  );
  recorder.insertMany(
    'leads',
    ['created_on', 'name', 'company', 'email', 'source', 'rep_id', 'status', 'converted_on', 'score'],
    makeLeads(random).map((lead) => [
      lead.createdOn,
      lead.name,
      lead.company,
      lead.email,
      lead.source,
      names.find('reps', lead.rep.name),
      lead.status,
      lead.convertedOn,
      lead.score,
    ]),
  );
  recorder.insertMany(
    'activities',
    ['date', 'rep_id', 'type', 'count'],
    makeActivities(random).map(({ date, rep, type, count }) => [
      date,
      names.find('reps', rep.name),
      type,
      count,
    ]),
  );
  recorder.insertMany(
    'competitor_prices',
    ['product_id', 'competitor', 'price', 'observed_on'],
    makeCompetitorPrices(random).map(({ product, competitor, price, observedOn }) => [
      names.find('products', product.name),
      competitor,
      price,
      observedOn,
    ]),
  );
  recorder.insertMany(
    'stage_changes',
    ['deal', 'stage', 'entered_on'],
    makeStageChanges(random, deals).map(({ deal, stage, enteredOn }) => [deal, stage, enteredOn]),
  );
  fillPlans(recorder, names);
}

/** Quotas, targets, benchmarks and a scenario to begin with. */
function fillPlans(recorder: ChangeRecorder, names: EntityNames): void {
  recorder.insertMany(
    'quotas',
    ['period', 'amount', 'rep_id', 'measure'],
    sampleReps.flatMap(({ name }) =>
      periodsWithin({ from: sampleRange.from, to: '2026-12-31' }, 'month', 1).map(({ key }) => [
        key,
        quotaOf(key),
        names.find('reps', name),
        'bookings',
      ]),
    ),
  );
  recorder.insertMany(
    'targets',
    ['kpi', 'scope_kind', 'scope_key', 'period', 'value', 'amber', 'red'],
    targets,
  );
  recorder.insertMany('benchmarks', ['kpi', 'value', 'source', 'period', 'industry'], benchmarks);
  for (const { name, ...plan } of samplePlans) {
    recorder.insert('incentive_plans', { name, definition: JSON.stringify(plan) });
  }
  const { name, ...definition } = scenarioSchema.parse({
    name: 'Kvoter i Nord −10 %, sensorer −5 %',
    description: 'Kvoter som team Nord kan nå, og sensorer nærmere markedsprisen.',
    from: '2026-01-01',
    to: '2026-12-31',
    adjustments: [
      { id: 'quota-nord', lever: 'quota', where: { team: ['Nord'] }, op: 'scale', value: 0.9 },
      {
        id: 'price-sensors',
        lever: 'price',
        where: { category: [overpricedCategory] },
        op: 'scale',
        value: 0.95,
        elasticity: -1.8,
      },
    ],
  });
  recorder.insert('scenarios', { name, definition: JSON.stringify(definition) });
}

const targets: readonly (readonly (string | number | null)[])[] = [
  ['reps_at_quota', 'all', '', '', 0.75, 0.75, 0.6],
  ['quota_attainment', 'all', '', '', 1, 1, 0.9],
  ['quota_attainment', 'team', 'Nord', '', 1, 1, 0.9],
  ['revenue', 'all', '', '2025', 88_000_000, null, null],
  ['revenue', 'all', '', '2026', 96_000_000, null, null],
  ['bookings', 'all', '', '2026', 60_000_000, null, null],
  ['win_rate', 'all', '', '', 0.45, 0.45, 0.38],
  ['lead_conversion_rate', 'all', '', '', 0.2, 0.2, 0.15],
  ['sales_cycle_length', 'all', '', '', 45, 45, 55],
  ['churn_rate', 'all', '', '', 0.06, 0.06, 0.1],
  ['price_index', 'all', '', '', 100, 105, 110],
  ['gross_margin', 'all', '', '', 0.42, 0.42, 0.38],
];

const benchmarks: readonly (readonly (string | number | null)[])[] = [
  ['win_rate', 0.43, 'Eksempeltall', '2026', 'Prosessutstyr'],
  ['lead_conversion_rate', 0.18, 'Eksempeltall', '2026', 'Prosessutstyr'],
  ['churn_rate', 0.07, 'Eksempeltall', '2026', 'Prosessutstyr'],
  ['sales_cycle_length', 50, 'Eksempeltall', '2026', 'Prosessutstyr'],
];

function emailOf(name: string): string {
  const plain = name.toLowerCase().replaceAll('ø', 'o').replaceAll('å', 'a').replaceAll('æ', 'ae');
  return `${plain.replaceAll(' ', '.')}@eksempel.no`;
}
