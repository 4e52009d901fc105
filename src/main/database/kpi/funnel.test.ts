import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyWorkspace } from './any-workspace.fixture';
import { kpiWorkspace, type TypedRows } from './kpi-workspace.fixture';

const year = { from: '2026-01-01', to: '2026-12-31' };

function deal(stage: string, amount: number, closed?: string, created = '2026-02-01') {
  return { stage, amount, created_on: created, ...(closed === undefined ? {} : { closed_on: closed }) };
}

const deals: TypedRows = {
  opportunities: [
    deal('Closed Won', 100, '2026-05-01'),
    deal('Closed Won', 50, '2026-06-01'),
    deal('Closed Lost', 40, '2026-06-01'),
    deal('Negotiation', 30),
    deal('Proposal', 20),
    deal('Proposal', 25),
    deal('Qualification', 10),
    // Closed before the period.
    deal('Closed Won', 7, '2025-12-01', '2025-10-01'),
    // Created after it.
    deal('Qualification', 9, undefined, '2027-01-01'),
  ],
};

describe('the funnel', () => {
  it('has deals, amount and drop of each stage in the order of the sale', async () => {
    const { kpis } = await kpiWorkspace(deals);
    const [funnel] = kpis.evaluate({ ...year, kpis: ['funnel'], by: 'stage' });
    // 7 deals in play. Qualification: all 7 reached it, the lost one included; Proposal or beyond: 2 + 1 + 2 won = 5;
    // Negotiation or beyond: 1 + 2 = 3; won 2.
    expect(funnel?.rows.map(({ key, value, numerator }) => [key, numerator, value])).toEqual([
      ['Qualification', 7, null],
      ['Proposal', 5, 5 / 7],
      ['Negotiation', 3, 3 / 5],
      ['Closed Won', 2, 2 / 3],
      ['Closed Lost', 1, null],
    ]);
    expect(funnel?.rows.map(({ beside }) => [beside?.deals, beside?.amount, beside?.reached_amount])).toEqual(
      [
        [1, 10, 275],
        [2, 45, 225],
        [1, 30, 180],
        [2, 150, 150],
        [1, 40, undefined],
      ],
    );
    expect(funnel?.rows[1]?.beside?.drop).toBeCloseTo(2 / 7, 12);
    expect(funnel).toMatchObject({ value: 2 / 7, numerator: 2, denominator: 7 });
  });

  it('of the deals created in the period counts these alone', async () => {
    const { kpis } = await kpiWorkspace(deals);
    const [funnel] = kpis.evaluate({
      from: '2027-01-01',
      to: '2027-01-31',
      kpis: ['funnel'],
      basis: 'created',
      by: 'stage',
    });
    expect(funnel).toMatchObject({ value: 0, numerator: 0, denominator: 1 });
  });

  it('has no value without deals', async () => {
    const { kpis } = await kpiWorkspace({});
    const [funnel] = kpis.evaluate({ ...year, kpis: ['funnel'], by: 'stage' });
    expect(funnel).toMatchObject({ value: null, rows: [] });
  });

  it('loses no deal between its stages, and never widens on the way', async () => {
    await fc.assert(
      fc.asyncProperty(anyWorkspace, async (rows) => {
        const { kpis } = await kpiWorkspace(rows);
        const [funnel] = kpis.evaluate({ ...year, kpis: ['funnel'], by: 'stage' });
        const found = funnel?.rows ?? [];
        const inStages = found.reduce((total, { beside }) => total + (beside?.deals ?? 0), 0);
        expect(inStages).toBe(funnel?.denominator ?? 0);
        for (const { value } of found) expect(value === null || (value >= 0 && value <= 1)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
