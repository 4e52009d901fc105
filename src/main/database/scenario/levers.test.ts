import { scenarioSentence } from '@shared/language/sentence';
import { type Adjustment, scenarioSchema } from '@shared/scenario/scenario';
import { describe, expect, it } from 'vitest';
import { kpiWorkspace, type TypedRows } from '../kpi/kpi-workspace.fixture';
import { evaluateScenario } from './evaluate-scenario';

/** The first quarter of 2026: two reps in a team, two segments, leads, deals, orders, activities and competitors' prices. */
const rows: TypedRows = {
  reps: [
    { name: 'Anna', team: 'North' },
    { name: 'Bo', team: 'North' },
  ],
  products: [{ name: 'A', category: 'X', unit_cost: 40 }],
  customers: [
    { name: 'Acme', segment: 'Large', acquired_on: '2024-01-01', recurring_amount: 300 },
    {
      name: 'Beta',
      segment: 'Large',
      acquired_on: '2024-01-01',
      recurring_amount: 100,
      churned_on: '2026-02-01',
    },
    { name: 'Core', segment: 'Small', acquired_on: '2024-01-01', recurring_amount: 100 },
    { name: 'Dag', segment: 'Small', acquired_on: '2024-01-01', recurring_amount: 100 },
  ],
  leads: [
    { created_on: '2026-01-10', rep: 'Anna', source: 'Web', converted_on: '2026-01-20' },
    { created_on: '2026-01-11', rep: 'Anna', source: 'Web' },
    { created_on: '2026-02-12', rep: 'Bo', source: 'Fair', converted_on: '2026-02-20' },
    { created_on: '2026-02-13', rep: 'Bo', source: 'Fair', converted_on: '2026-02-20' },
  ],
  opportunities: [
    {
      stage: 'Won',
      created_on: '2026-01-01',
      closed_on: '2026-01-31',
      amount: 600,
      rep: 'Anna',
      product: 'A',
      lead_source: 'Web',
    },
    {
      stage: 'Won',
      created_on: '2026-02-01',
      closed_on: '2026-02-21',
      amount: 300,
      rep: 'Bo',
      product: 'A',
      lead_source: 'Fair',
    },
    {
      stage: 'Lost',
      created_on: '2026-03-01',
      closed_on: '2026-03-11',
      amount: 100,
      rep: 'Bo',
      product: 'A',
      lead_source: 'Fair',
    },
    { stage: 'Open', created_on: '2026-03-05', amount: 500, rep: 'Anna', product: 'A', lead_source: 'Web' },
  ],
  orders: [
    { ordered_on: '2026-01-15', product: 'A', rep: 'Anna', customer: 'Acme', quantity: 6, amount: 600 },
    { ordered_on: '2026-02-15', product: 'A', rep: 'Bo', customer: 'Core', quantity: 3, amount: 300 },
    { ordered_on: '2026-03-15', product: 'A', rep: 'Bo', customer: 'Core', quantity: 1, amount: 100 },
  ],
  activities: [
    { date: '2026-01-05', rep: 'Anna', type: 'call', count: 30 },
    { date: '2026-02-05', rep: 'Bo', type: 'email', count: 10 },
  ],
  competitor_prices: [
    { product: 'A', competitor: 'X', price: 80, observed_on: '2026-01-01' },
    { product: 'A', competitor: 'Y', price: 120, observed_on: '2026-01-01' },
  ],
  quotas: [
    { rep: 'Anna', period: '2026-Q1', amount: 900 },
    { rep: 'Bo', period: '2026-Q1', amount: 300 },
  ],
};

async function whatIf(...adjustments: readonly Partial<Adjustment>[]) {
  const { session } = await kpiWorkspace(rows);
  const scenario = scenarioSchema.parse({
    name: 'Test',
    from: '2026-01-01',
    to: '2026-03-31',
    adjustments: adjustments.map((adjustment, index) => ({ id: `a${index}`, op: 'scale', ...adjustment })),
  });
  const outcome = evaluateScenario(session, scenario);
  const kpi = (id: string): number => outcome.kpis.find((own) => own.id === id)?.value ?? Number.NaN;
  return { ...outcome, kpi, codes: outcome.notes.map(({ note }) => note.code) };
}

describe('leads and their conversion', () => {
  it('bring deals in proportion, and bookings with them', async () => {
    const { kpi } = await whatIf({ lever: 'leads', where: { source: ['Web'] }, value: 1.5 });
    // Anna's 2 web leads become 3, and the deals that name the source follow: her 600 become 900. 900 + 300.
    expect(kpi('bookings')).toBeCloseTo(1200, 9);
    // 1.5 of Anna's convert of 3, Bo's 2 of 2: 3.5 ÷ 5.
    expect(kpi('lead_conversion_rate')).toBeCloseTo(0.7, 12);
    // 1.5 + 1 won of 1.5 + 2 closed; the open deal of 500 becomes 750, and 1200 of quota are reached: nothing is missing.
    expect(kpi('win_rate')).toBeCloseTo(2.5 / 3.5, 12);
    expect(kpi('quota_attainment')).toBeCloseTo(1, 12);
    expect(kpi('revenue')).toBe(1000);
  });

  it('by points: the rate rises, and deals by as many per cent', async () => {
    const { kpi } = await whatIf({ lever: 'conversion', where: { rep: ['Anna'] }, op: 'add', value: 0.25 });
    // Anna's 1 of 2 is 0.5, and 0.75 is half as much again: 600 × 1.5 + 300.
    expect(kpi('bookings')).toBeCloseTo(1200, 9);
    // 1.5 + 2 of 4.
    expect(kpi('lead_conversion_rate')).toBeCloseTo(3.5 / 4, 12);
  });

  it('multiply with win rate and deal size, and count nothing twice', async () => {
    const { kpi } = await whatIf(
      { lever: 'leads', value: 1.1 },
      { lever: 'conversion', value: 1.2 },
      { lever: 'win_rate', value: 1.25 },
      { lever: 'deal_size', value: 0.8 },
    );
    // 900 × 1.1 × 1.2 × 1.25 × 0.8.
    expect(kpi('bookings')).toBeCloseTo(900 * 1.32, 9);
  });
});

describe('a sales cycle lever', () => {
  it('moves the mean days and the velocity, and no bookings', async () => {
    const { kpi } = await whatIf({ lever: 'sales_cycle', op: 'add', value: -5 });
    // 30 and 20 days: a mean of 25 becomes 20. Velocity: 1 open × 2/3 × 450 ÷ 20.
    expect(kpi('sales_cycle_length')).toBeCloseTo(20, 12);
    expect(kpi('sales_velocity')).toBeCloseTo((1 * (2 / 3) * 450) / 20, 9);
    expect(kpi('bookings')).toBe(900);
  });
});

describe('an activity lever', () => {
  it('moves deals by the elasticity that is given, and by none where there is none', async () => {
    const alone = await whatIf({ lever: 'activity', value: 1.21 });
    expect(alone.kpi('calls_made')).toBeCloseTo(36.3, 9);
    expect(alone.kpi('bookings')).toBe(900);
    expect(alone.codes).toEqual(['activityAlone']);
    const answered = await whatIf({ lever: 'activity', value: 1.21, elasticity: 0.5 });
    // 1.21^0.5 is 1.1: 900 × 1.1; activities per win: 40 × 1.21 ÷ (2 × 1.1).
    expect(answered.kpi('bookings')).toBeCloseTo(990, 9);
    expect(answered.kpi('activities_per_win')).toBeCloseTo(22, 9);
  });
});

describe('a lever of competitors’ prices', () => {
  it('moves the index, the gap and the volume', async () => {
    const { kpi, products } = await whatIf({ lever: 'competitor_price', value: 1.21, elasticity: 0.5 });
    // Ours is 1000 ÷ 10 = 100; their mean 100 becomes 121, the cheapest 80 becomes 96.8. Volume 10 × 1.21^0.5.
    expect(kpi('price_index')).toBeCloseTo(10_000 / 121, 9);
    expect(kpi('price_gap')).toBeCloseTo(3.2, 9);
    expect(products[0]).toMatchObject({ volume: expect.closeTo(11, 9), revenue: expect.closeTo(1100, 9) });
    // Costs follow the units: 1100 − 11 × 40 of 1100.
    expect(kpi('gross_margin')).toBeCloseTo(660 / 1100, 12);
  });

  it('of one competitor moves the mean by its part of it', async () => {
    const { kpi } = await whatIf({
      lever: 'competitor_price',
      where: { competitor: ['X'] },
      op: 'set',
      value: 124,
      elasticity: 1,
    });
    // (124 + 120) ÷ 2 = 122 after 100: volume and revenue × 1.22.
    expect(kpi('revenue')).toBeCloseTo(1220, 9);
    expect(kpi('price_index')).toBeCloseTo(10_000 / 122, 9);
  });
});

describe('a churn lever', () => {
  it('moves retention, lifetime value and the revenue of the months', async () => {
    const { kpi, kpis } = await whatIf({ lever: 'churn', op: 'set', value: 0.5 });
    // 1 of 4 becomes 2 of 4: each segment keeps (1 − 0.5) ÷ (1 − 0.25) = 2/3 of whom it kept. Large keeps 2/3 of 1, Small of 2.
    expect(kpi('churn_rate')).toBeCloseTo(0.5, 12);
    // Of 600 that pay, 100 left, and 500 × 2/3 stay: 1 − 1000/1800.
    expect(kpi('revenue_churn_rate')).toBeCloseTo(1 - 500 / 1.5 / 600, 12);
    expect(kpi('net_revenue_retention')).toBeCloseTo(500 / 1.5 / 600, 12);
    // Large: 1/2 becomes 2/3; Small: 0 becomes 1/3. Middles of the months: 15.5, 45 and 74.5 of 90 days.
    const kept = (before: number, after: number, days: number) =>
      (1 - (after * days) / 90) / (1 - (before * days) / 90);
    const revenue = 600 * kept(1 / 2, 2 / 3, 15.5) + 300 * kept(0, 1 / 3, 45) + 100 * kept(0, 1 / 3, 74.5);
    expect(kpi('revenue')).toBeCloseTo(revenue, 9);
    // Lifetime × 0.25 ÷ 0.5.
    const before = kpis.find(({ id }) => id === 'clv_historical')?.base ?? 0;
    expect(kpi('clv_historical')).toBeCloseTo(before / 2, 9);
    expect(kpi('bookings')).toBe(900);
  });
});

describe('a headcount lever', () => {
  it('adds reps who sell the average of the scope along the ramp, with the average quota alike', async () => {
    const { kpi, reps } = await whatIf({
      lever: 'headcount',
      where: { team: ['North'] },
      op: 'add',
      value: 1,
      date: '2026-02-01',
      ramp: [0.5],
    });
    // Of 2 reps: January 0; February 300 ÷ 2 × 0.5 = 75; March nothing won. Orders: 300 ÷ 2 × 0.5 + 100 ÷ 2 = 125.
    expect(kpi('bookings')).toBeCloseTo(975, 9);
    expect(kpi('revenue')).toBeCloseTo(1125, 9);
    // Quota: 1200 ÷ 2 of which a month is a third: (0 + 0.5 + 1) ÷ 3 × 600.
    const added = reps.find(({ isNew }) => isNew);
    expect(added).toMatchObject({ rep: '+1', team: 'North', quota: expect.closeTo(300, 9) });
    expect(added?.attainment).toBeCloseTo(0.25, 12);
    expect(kpi('quota_attainment')).toBeCloseTo(975 / 1500, 12);
    // Anna has 600 of 900, Bo 300 of 300, the new one 75 of 300.
    expect(kpi('reps_at_quota')).toBeCloseTo(1 / 3, 12);
    expect(kpi('calls_made')).toBe(30);
    expect(kpi('emails_sent')).toBeCloseTo(12.5, 9);
  });

  it('takes a rep away from a date on, with the quota of that time', async () => {
    const { kpi, reps } = await whatIf({
      lever: 'headcount',
      where: { rep: ['Bo'] },
      op: 'add',
      value: -1,
      date: '2026-03-01',
    });
    // Bo's win of February stays; his quota is that of two months of three; his order of March is gone.
    expect(reps.find(({ rep }) => rep === 'Bo')).toMatchObject({
      bookings: 300,
      quota: expect.closeTo(200, 9),
    });
    expect(kpi('revenue')).toBeCloseTo(900, 9);
    // Of closed deals his lost one of March is gone too: 2 of 2.
    expect(kpi('win_rate')).toBe(1);
  });
});

describe('a spread of quotas', () => {
  it('shares a total equally, in whole units that sum exactly to it', async () => {
    const { reps, kpi } = await whatIf({ lever: 'quota', op: 'spread', value: 1001 });
    // 500.5 each: the odd one goes to the first by name.
    expect(reps.map(({ rep, quota }) => [rep, quota])).toEqual([
      ['Anna', 501],
      ['Bo', 500],
    ]);
    expect(kpi('quota_attainment')).toBeCloseTo(900 / 1001, 12);
  });

  it('shares it by what was reached, of the period itself where nothing was a year before', async () => {
    const { reps, codes } = await whatIf({ lever: 'quota', op: 'spread', value: 1000, method: 'history' });
    // 600 and 300 of 900: 666.67 and 333.33.
    expect(reps.map(({ quota }) => quota)).toEqual([667, 333]);
    expect(codes).toEqual(['historyOfPeriod']);
  });
});

describe('a lever that cannot act says so', () => {
  it('in the language of the reader', () => {
    expect(scenarioSentence('notNarrowedBy', { dimension: 'segment' }, 'nb')).toBe(
      'Denne spaken kan ikke avgrenses med «Segment», så ingenting endres.',
    );
  });

  it.each([
    [{ lever: 'quota', where: { period: ['2027'] } }, 'noQuotaInScope'],
    [{ lever: 'leads', where: { period: ['2026-03'] } }, 'noLeadsInScope'],
    [{ lever: 'conversion', where: { period: ['2026-03'] } }, 'noLeadsInScope'],
    [{ lever: 'activity', where: { period: ['2026-03'] }, elasticity: 1 }, 'noActivitiesInScope'],
    [{ lever: 'sales_cycle', where: { period: ['2026-03'] } }, 'noCycleInScope'],
    [{ lever: 'win_rate', where: { period: ['2026-03'] } }, 'noWonDealsInScope'],
    [{ lever: 'churn', where: { segment: ['Small'] } }, 'noChurnToScale'],
    [{ lever: 'competitor_price', where: { category: ['Y'] } }, 'noCompetitorPrice'],
    [{ lever: 'headcount', where: { team: ['South'] } }, 'noRepsInScope'],
    [{ lever: 'headcount', date: '2026-05-01' }, 'headcountAfterPeriod'],
    [{ lever: 'quota', where: { product: ['A'] } }, 'notNarrowedBy'],
  ] as const)('%o: %s', async (adjustment, code) => {
    const { codes, kpis } = await whatIf({ ...(adjustment as Partial<Adjustment>), value: 1.5 });
    expect(codes).toContain(code);
    expect(kpis.filter(({ base, value }) => base !== value)).toEqual([]);
  });
});
