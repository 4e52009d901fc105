import { describe, expect, it } from 'vitest';
import { kpiWorkspace } from './kpi-workspace.fixture';
import { sourceRows } from './source-rows';

const march = { from: '2026-03-01', to: '2026-03-31' };

describe('a filter', () => {
  it('leaves a KPI whole that cannot be split by its dimension, and so its target and its rows', async () => {
    const { session, kpis } = await kpiWorkspace({
      reps: [{ name: 'Anna', team: 'North' }],
      products: [{ name: 'Chair' }, { name: 'Lamp' }],
      opportunities: [
        { rep: 'Anna', product: 'Chair', stage: 'Won', closed_on: '2026-03-02', amount: 30 },
        { rep: 'Anna', product: 'Lamp', stage: 'Won', closed_on: '2026-03-03', amount: 50 },
      ],
      quotas: [{ rep: 'Anna', period: '2026-03', amount: 100 }],
    });
    const chair = { product: ['Chair'] };
    const [bookings, attainment] = kpis.evaluate({
      ...march,
      kpis: ['bookings', 'quota_attainment'],
      filter: chair,
    });
    expect(bookings?.value).toBe(30);
    expect(attainment?.value).toBe(0.8);
    const question = { ...march, kpi: 'quota_attainment', filter: chair };
    const [deals] = sourceRows(session.connection, kpis.measures, question);
    expect(JSON.stringify(deals?.filter)).not.toContain('Chair');
  });
});
