import { describe, expect, it } from 'vitest';
import { readAlerts } from './kpi-alerts';
import type { TypedRows } from './kpi-workspace.fixture';
import { kpiWorkspace } from './kpi-workspace.fixture';
import { readTargets, type StoredTarget, writeTarget } from './targets';

const year = { from: '2026-01-01', to: '2026-12-31' };

async function alertsOf(
  rows: TypedRows,
  targets: readonly Partial<StoredTarget>[],
  filter: Readonly<Record<string, readonly string[]>> = {},
) {
  const { session, kpis } = await kpiWorkspace(rows);
  const whole = { scopeKind: 'all', scopeKey: '', period: '2026', value: 0, amber: null, red: null } as const;
  session.change({ code: 'target', parameters: {} }, (recorder) => {
    for (const target of targets) {
      writeTarget(session.connection, recorder, { kpi: 'revenue', ...whole, ...target });
    }
  });
  return readAlerts(kpis, readTargets(session.connection), { ...year, filter });
}

const reps = ['Anna', 'Bo', 'Cy', 'Dag', 'Eva'].map((name) => ({ name, team: 'North' }));
const won = (rep: string, amount: number) => ({
  stage: 'Won',
  created_on: '2026-01-05',
  closed_on: '2026-02-01',
  amount,
  rep,
});

describe('alerts', () => {
  it('name a team in which fewer than 60 % of the reps are at quota', async () => {
    const alerts = await alertsOf(
      {
        reps: [...reps, { name: 'Finn', team: 'South' }],
        quotas: [...reps, { name: 'Finn' }].map(({ name }) => ({ period: '2026', amount: 100, rep: name })),
        // Anna and Bo reach 100; Cy, Dag and Eva do not. Finn, alone in his team, does not either.
        opportunities: [won('Anna', 100), won('Bo', 120), won('Cy', 99)],
      },
      [],
    );
    expect(alerts).toEqual([
      { kind: 'quota', scope: { kind: 'all', key: '' }, reps: 6, under: 4 },
      { kind: 'quota', scope: { kind: 'team', key: 'North' }, reps: 5, under: 3 },
    ]);
  });

  it('name a missed target with its value, and leave out one that is met', async () => {
    const orders = [{ ordered_on: '2026-03-01', amount: 80 }];
    const missed = await alertsOf({ orders }, [{ value: 100 }]);
    const revenue = { kind: 'target', kpi: 'revenue', targetOf: 'own', scope: { kind: 'all', key: '' } };
    expect(missed).toEqual([{ ...revenue, value: 80, target: 100, status: 'red' }]);
    expect(await alertsOf({ orders }, [{ value: 80 }])).toEqual([]);
  });

  it('name the team, rep, product or segment whose own target is missed', async () => {
    const orders = [
      { ordered_on: '2026-03-01', amount: 95, rep: 'Anna' },
      { ordered_on: '2026-03-01', amount: 300, rep: 'Bo' },
    ];
    const alerts = await alertsOf({ reps, orders }, [
      { value: 100, scopeKind: 'rep', scopeKey: 'Anna' },
      { value: 100, scopeKind: 'rep', scopeKey: 'Bo' },
    ]);
    const anna = { scope: { kind: 'rep', key: 'Anna' }, value: 95, target: 100, status: 'amber' };
    expect(alerts).toEqual([{ kind: 'target', kpi: 'revenue', targetOf: 'own', ...anna }]);
  });

  it('name a team once, also when everything is narrowed to it', async () => {
    const orders = [{ ordered_on: '2026-03-01', amount: 10, rep: 'Anna' }];
    const target = { value: 100, scopeKind: 'team', scopeKey: 'North' } as const;
    const alerts = await alertsOf({ reps, orders }, [target], { team: ['North'] });
    expect(alerts).toHaveLength(1);
    expect(alerts[0]).toMatchObject({ scope: { kind: 'team', key: 'North' }, value: 10 });
  });

  it('name products whose price is off the index that the whole should have', async () => {
    const alerts = await alertsOf(
      {
        products: [{ name: 'Chair' }, { name: 'Lamp' }],
        orders: [
          { ordered_on: '2026-03-01', product: 'Chair', quantity: 1, amount: 120 },
          { ordered_on: '2026-03-01', product: 'Lamp', quantity: 1, amount: 101 },
        ],
        competitor_prices: [
          { product: 'Chair', competitor: 'Rival', price: 100 },
          { product: 'Lamp', competitor: 'Rival', price: 100 },
        ],
      },
      [{ kpi: 'price_index', value: 100 }],
    );
    // The whole, weighed by revenue: (120 × 120 + 101 × 101) ÷ 221 = 111.3, more than 10 % off. The lamp is 1 % off.
    const chair = { kind: 'product', key: 'Chair' };
    expect(alerts.map(({ scope }) => scope)).toEqual([{ kind: 'all', key: '' }, chair]);
    expect(alerts[1]).toMatchObject({ targetOf: 'all', value: 120, target: 100, status: 'red' });
  });

  it('name a segment that loses more customers than the whole should, unless chance may have done it', async () => {
    const customers = (segment: string, count: number, lost: number) =>
      Array.from({ length: count }, (_, place) => ({
        name: `${segment} ${place}`,
        segment,
        acquired_on: '2025-01-01',
        churned_on: place < lost ? '2026-06-01' : null,
      }));
    const alerts = await alertsOf(
      // 30 of 100 lost: from 21.9 % by Wilson. 1 of 3: from 6.1 %, so that 20 % may well be the truth.
      {
        customers: [...customers('Large', 100, 30), ...customers('Small', 3, 1), ...customers('Mid', 100, 5)],
      },
      [{ kpi: 'churn_rate', value: 0.2 }],
    );
    expect(alerts.map(({ scope }) => scope.key)).toEqual(['Large']);
    expect(alerts[0]).toMatchObject({ targetOf: 'all', value: 0.3, target: 0.2, status: 'red' });
  });
});
