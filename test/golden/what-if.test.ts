import type { DateRange } from '@shared/model/calendar-date';
import { scenarioKpis } from '@shared/scenario/cube-answers';
import type { ScenarioOutcome } from '@shared/scenario/evaluate-scenario';
import { type Adjustment, levers, scenarioSchema } from '@shared/scenario/scenario';
import { describe, expect, it } from 'vitest';
import { KpiReader } from '../../src/main/database/kpi/kpi-reader';
import { readPricing, setElasticity } from '../../src/main/database/pricing/read-pricing';
import { evaluateScenario } from '../../src/main/database/scenario/evaluate-scenario';
import type { WorkspaceSession } from '../../src/main/workspace/workspace-session';
import { answers } from './answers';
import { crmWorkspace } from './crm-workspace';
import { retailWorkspace } from './retail-workspace';

const year = { from: '2017-01-01', to: '2017-12-31' };
const secondQuarter = { from: '2017-04-01', to: '2017-06-30' };

function whatIf(
  session: WorkspaceSession,
  range: DateRange,
  ...adjustments: Partial<Adjustment>[]
): ScenarioOutcome {
  const identified = adjustments.map((adjustment, index) => ({ id: `a${index}`, ...adjustment }));
  return evaluateScenario(session, scenarioSchema.parse({ name: 'Test', ...range, adjustments: identified }));
}

function kpi(outcome: ScenarioOutcome, id: string): ScenarioOutcome['kpis'][number] {
  const found = outcome.kpis.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`No KPI ${id}.`);
  return found;
}

/** Every KPI that a lever may move is, before it does, that of the rows. */
function expectBaseOfRows(session: WorkspaceSession, range: DateRange): void {
  const outcome = whatIf(session, range);
  for (const { id, value } of new KpiReader(session).evaluate({ ...range, kpis: scenarioKpis })) {
    const { base } = kpi(outcome, id);
    if (value === null || base === null) expect([id, base]).toEqual([id, value]);
    else expect(Math.abs(base - value), id).toBeLessThanOrEqual(1e-9 * Math.abs(value));
  }
}

describe('what-if over a year of CRM deals', () => {
  it('starts from the KPIs of the rows, for whole months and for days in the middle of them', async () => {
    const session = await crmWorkspace();
    expectBaseOfRows(session, year);
    expectBaseOfRows(session, secondQuarter);
    expectBaseOfRows(session, { from: '2017-05-17', to: '2017-09-11' });
    expectBaseOfRows(session, { from: '2018-01-01', to: '2018-03-31' });
  });

  it('brings more reps to a lower quota', async () => {
    const session = await crmWorkspace();
    const known = answers.crm.flat_quota_90000_per_quarter_for_each_rep_with_deals['2017-Q2'];
    const outcome = whatIf(session, secondQuarter, { lever: 'quota', op: 'scale', value: 0.9 });
    expect(kpi(outcome, 'quota_attainment').base).toBeCloseTo(known?.quota_attainment ?? 0, 12);
    expect(kpi(outcome, 'quota_attainment').value).toBeCloseTo((known?.quota_attainment ?? 0) / 0.9, 12);
    // Of the 30 reps, 15 won deals of 90 000 or more in these three months, and 18 of 81 000 or more.
    expect(kpi(outcome, 'reps_at_quota')).toMatchObject({ base: 0.5, value: 18 / 30 });
    expect(outcome.reps).toHaveLength(30);
  });

  it('moves the bookings of the product whose price moves, and of nobody else', async () => {
    const session = await crmWorkspace();
    const outcome = whatIf(session, year, {
      lever: 'price',
      where: { product: ['GTX Plus Pro'] },
      op: 'scale',
      value: 1.1,
      elasticity: -0.5,
    });
    const { bookings, bookings_by_product_as_written: byProduct } = answers.crm;
    const before = byProduct['GTX Plus Pro'] ?? 0;
    // Amounts are price × volume: 1.1 · 1.1^−0.5 = 1.1^0.5.
    expect(kpi(outcome, 'bookings').base).toBe(bookings);
    expect(kpi(outcome, 'bookings').value).toBeCloseTo(bookings + before * (1.1 ** 0.5 - 1), 6);
    expect(kpi(outcome, 'win_rate').delta).toBe(0);
    const moved = outcome.products.filter(({ revenue, base }) => revenue !== base.revenue);
    expect(moved.map(({ product }) => product)).toEqual(['GTX Plus Pro']);
    expect(outcome.notes).toEqual([]);
  });
});

describe('every lever over a year of CRM deals', () => {
  const everyLever = levers.map((lever, index) => ({
    id: `l${index}`,
    lever,
    op: 'scale' as const,
    elasticity: -0.7,
  }));

  it('leaves each KPI to the last bit where it scales by one or is switched off', async () => {
    const session = await crmWorkspace();
    const byOne = whatIf(session, year, ...everyLever.map((own) => ({ ...own, value: 1 })));
    const off = whatIf(session, year, ...everyLever.map((own) => ({ ...own, value: 1.3, enabled: false })));
    for (const outcome of [byOne, off]) {
      for (const { id, base, value } of outcome.kpis) expect([id, value]).toEqual([id, base]);
    }
  });

  it('moves a KPI or says that it cannot', async () => {
    const session = await crmWorkspace();
    for (const own of everyLever) {
      const { kpis, notes } = whatIf(session, year, { ...own, value: 1.3 });
      const moved = kpis.some(({ base, value }) => base !== value);
      expect([own.lever, moved || notes.length > 0]).toEqual([own.lever, true]);
    }
  });
});

describe('the elasticities of the retail products', () => {
  it('are the known ones, and drawn towards the others where there are few months', async () => {
    const session = await retailWorkspace();
    const range = { from: '2018-01-01', to: '2018-12-31' };
    const { products } = readPricing(session.connection, new KpiReader(session), range);
    const known = Object.entries(answers.retail_price.elasticity_by_product_monthly_rows);
    const found = new Map(products.map(({ product, elasticity }) => [product, elasticity]));
    for (const [product, { elasticity: expected, n, r2 }] of known) {
      const elasticity = found.get(product);
      if (expected === null) {
        // The file has no categories: all products stand in.
        expect(elasticity, product).toMatchObject({ source: 'all', own: null });
        continue;
      }
      expect(elasticity?.months, product).toBe(n);
      expect((elasticity?.own ?? 0) / expected, product).toBeCloseTo(1, 8);
      expect(elasticity?.r2, product).toBeCloseTo(r2 ?? 0, 8);
      expect(elasticity?.source, product).toBe(n >= 12 ? 'own' : 'drawnToAll');
    }
  });

  it('move the price lever where none is given, and a person’s own figure moves it before them', async () => {
    const session = await retailWorkspace();
    const year = { from: '2018-01-01', to: '2018-12-31' };
    const volumeOf = (product: string) => {
      const where = { product: [product] };
      const row = whatIf(session, year, { lever: 'price', where, op: 'scale', value: 1.1 }).products.find(
        (own) => own.product === product,
      );
      return (row?.volume ?? 0) / (row?.base.volume ?? 1);
    };
    const known = answers.retail_price.elasticity_by_product_monthly_rows.bed1?.elasticity ?? 0;
    expect(volumeOf('bed1')).toBeCloseTo(1.1 ** known, 8);
    setElasticity(session, 'bed1', -2);
    expect(volumeOf('bed1')).toBeCloseTo(1.1 ** -2, 12);
    session.undo();
    expect(volumeOf('bed1')).toBeCloseTo(1.1 ** known, 8);
  });
});
