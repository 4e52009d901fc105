import { builtInKpis } from '@shared/kpi/catalogue';
import { describe, expect, it, vi } from 'vitest';
import { editRows } from '../rows/edit-rows';
import { kpiWorkspace } from './kpi-workspace.fixture';

const march = { from: '2026-03-01', to: '2026-03-31' };

const orders = [
  { ordered_on: '2025-03-05', amount: 7 },
  { ordered_on: '2026-01-05', amount: 10 },
  { ordered_on: '2026-02-28', amount: 20 },
  { ordered_on: '2026-03-31', amount: 40 },
];

describe('a card', () => {
  it('has the value, the period before, the year before and the months up to the end', async () => {
    const { kpis } = await kpiWorkspace({ orders });
    const card = kpis.cards({ ...march, kpis: ['revenue'] })[0];
    expect(card).toMatchObject({ id: 'revenue', name: 'Revenue', value: 40, previous: 20, lastYear: 7 });
    expect(card?.sparkline).toHaveLength(12);
    expect(card?.sparkline[0]).toEqual({ key: '2025-04', value: 0 });
    expect(card?.sparkline.slice(-3).map(({ value }) => value)).toEqual([10, 20, 40]);
  });

  it('shows no months from before the first row', async () => {
    const { kpis } = await kpiWorkspace({ orders: orders.slice(1) });
    const card = kpis.cards({ ...march, kpis: ['revenue'] })[0];
    expect(card?.sparkline.map(({ key }) => key)).toEqual(['2026-01', '2026-02', '2026-03']);
  });

  it('shows no months from after the last row, so that what is yet to come is not a fall to nothing', async () => {
    const { kpis } = await kpiWorkspace({
      orders,
      opportunities: [{ stage: 'Open', created_on: '2026-02-01', closed_on: '2026-11-30' }],
    });
    const card = kpis.cards({ from: '2026-01-01', to: '2026-12-31', kpis: ['revenue'] })[0];
    expect(card?.sparkline.at(-1)).toEqual({ key: '2026-03', value: 40 });
    expect(card?.sparkline).toHaveLength(12);
  });

  it('shows the value alone of a KPI for which a model must be fitted', async () => {
    const { kpis } = await kpiWorkspace({ orders });
    const card = kpis.cards({ ...march, kpis: ['clv_predictive'] })[0];
    expect(card).toMatchObject({ id: 'clv_predictive', previous: null, lastYear: null, sparkline: [] });
  });

  it('has the newest outside figure, by id or name in either language', async () => {
    const { kpis } = await kpiWorkspace({
      benchmarks: [
        { kpi: 'win_rate', value: 0.2 },
        { kpi: 'Vinnerrate', value: 0.3, period: '2025' },
        { kpi: 'Win rate', value: 0.9, period: '2027' },
        { kpi: 'churn_rate', value: 0.5 },
      ],
    });
    const [winRate, revenue] = kpis.cards({ ...march, kpis: ['win_rate', 'revenue'] });
    expect(winRate?.benchmark).toBe(0.3);
    expect(revenue?.benchmark).toBeNull();
  });

  it('follows every change of the data, also one that is undone', async () => {
    const { session, kpis } = await kpiWorkspace({ reps: [{ name: 'Anna', team: 'North' }], orders });
    const value = () => kpis.cards({ ...march, kpis: ['revenue'] })[0]?.value;
    const north = () => kpis.evaluate({ ...march, kpis: ['revenue'], filter: { team: ['North'] } })[0]?.value;
    expect([value(), north()]).toEqual([40, 0]);
    const inserts = [{ ordered_on: '2026-03-02', amount: 5, rep: 'Anna' }];
    editRows(session, { dataset: 'orders', locale: 'en-GB', edits: [], inserts });
    expect([value(), north()]).toEqual([45, 5]);
    const edits = [{ id: 1, field: 'team', value: 'South' }];
    editRows(session, { dataset: 'reps', locale: 'en-GB', edits, inserts: [] });
    expect([value(), north()]).toEqual([45, 0]);
    session.undo();
    session.undo();
    expect([value(), north()]).toEqual([40, 0]);
  });
});

describe('a dashboard', () => {
  it('asks the database nothing twice, whatever its KPIs have in common', async () => {
    const { session, kpis } = await kpiWorkspace({
      reps: [{ name: 'Anna', team: 'North' }],
      orders,
      opportunities: [
        { stage: 'Won', created_on: '2026-02-01', closed_on: '2026-03-10', amount: 5, rep: 'Anna' },
      ],
      quotas: [{ period: '2026', amount: 100, rep: 'Anna' }],
    });
    const asked: string[] = [];
    const watched = (['rows', 'tuples', 'eachTuple', 'first', 'number'] as const).map((way) => {
      const { connection } = session;
      const ask = connection[way].bind(connection) as (...question: unknown[]) => unknown;
      return vi.spyOn(connection, way).mockImplementation((...question: unknown[]) => {
        asked.push(JSON.stringify(question));
        return ask(...question) as never;
      });
    });
    const dashboard = builtInKpis.map(({ id }) => id);
    kpis.cards({ ...march, kpis: dashboard });
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((question, index) => asked.indexOf(question) !== index)).toEqual([]);

    const before = asked.length;
    kpis.cards({ from: '2026-02-01', to: '2026-02-28', kpis: dashboard });
    kpis.cards({ ...march, kpis: dashboard, filter: { team: ['North'] } });
    expect(asked.slice(before), 'another period or filter is answered from memory').toEqual([]);
    for (const watch of watched) watch.mockRestore();
  });
});
