import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editRows } from '../rows/edit-rows';
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

const history: TypedRows = {
  opportunities: [
    { deal_id: 'A', ...deal('Closed Lost', 40, '2026-06-01') },
    { deal_id: 'B', ...deal('Proposal', 20) },
    { deal_id: 'C', ...deal('Closed Won', 100, '2026-05-01') },
    { name: 'Deal D', ...deal('Qualification', 5) },
  ],
  stage_changes: [
    { deal: 'A', stage: 'Qualification', entered_on: '2026-02-01' },
    { deal: 'A', stage: 'Proposal', entered_on: '2026-02-11' },
    { deal: 'a', stage: 'Closed Lost', entered_on: '2026-06-01' },
    { deal: 'B', stage: 'Qualification', entered_on: '2026-02-01' },
    { deal: 'B', stage: 'Proposal', entered_on: '2026-02-21' },
    { deal: 'C', stage: 'Qualification', entered_on: '2026-02-01' },
    { deal: 'Deal D', stage: 'Qualification', entered_on: '2026-02-01' },
  ],
};

describe('the funnel with a history of stages', () => {
  it('counts a lost deal for the stages that it reached, and knows how long deals stay', async () => {
    const { kpis } = await kpiWorkspace(history);
    const [funnel] = kpis.evaluate({ ...year, kpis: ['funnel'], by: 'stage' });
    // Qualification: all 4. Proposal: A (lost there), B and C (won): 3 of 4. Won: 1 of 3.
    expect(funnel?.rows.map(({ key, numerator, denominator }) => [key, numerator, denominator])).toEqual([
      ['Qualification', 4, null],
      ['Proposal', 3, 4],
      ['Closed Won', 1, 3],
      ['Closed Lost', 1, null],
    ]);
    // Left Qualification: A after 10 days, B after 20, C on closing after 89 (1 February to 1 May); D is still there. Proposal: A, 110.
    const [qualification, proposal, won] = funnel?.rows ?? [];
    expect(qualification?.beside).toMatchObject({ mean_days: 119 / 3, median_days: 20 });
    expect(proposal?.beside).toMatchObject({ mean_days: 110, median_days: 110, p90_days: 110 });
    expect(won?.beside).not.toHaveProperty('median_days');
  });

  it('is followed when a deal is moved on by hand, and undone with it', async () => {
    const { session, kpis } = await kpiWorkspace(history);
    const moved = () =>
      session.connection.rows("SELECT stage, entered_on FROM stage_changes WHERE deal = 'B' ORDER BY id");
    const deals = session.connection.rows("SELECT id FROM opportunities WHERE deal_id = 'B'");
    const move = (stage: string) =>
      editRows(session, {
        dataset: 'opportunities',
        locale: 'en-GB',
        edits: [{ id: Number(deals[0]?.id), field: 'stage', value: stage }],
        inserts: [],
      });
    move('Negotiation');
    move('Verbal');
    // Both on the same day: the second corrects the first.
    expect(moved().map(({ stage }) => stage)).toEqual(['Qualification', 'Proposal', 'Verbal']);
    const [funnel] = kpis.evaluate({ ...year, kpis: ['funnel'], by: 'stage' });
    expect(funnel?.rows.map(({ key }) => key)).toContain('Verbal');
    session.undo();
    session.undo();
    expect(moved()).toHaveLength(2);
  });

  it('is not begun by an edit in a workspace that keeps none', async () => {
    const { session } = await kpiWorkspace({ opportunities: [{ deal_id: 'A', ...deal('Proposal', 1) }] });
    editRows(session, {
      dataset: 'opportunities',
      locale: 'en-GB',
      edits: [{ id: 1, field: 'stage', value: 'Negotiation' }],
      inserts: [],
    });
    expect(session.connection.number('SELECT count(*) FROM stage_changes')).toBe(0);
  });
});
