import type { Target } from '@shared/ipc/kpi';
import { QuotabenchError } from '@shared/model/error';
import { describe, expect, it } from 'vitest';
import type { WorkspaceSession } from '../../workspace/workspace-session';
import { kpiWorkspace } from './kpi-workspace.fixture';
import { readTargets, writeTarget } from './targets';

const orders = [
  { ordered_on: '2025-03-10', rep: 'Anna', amount: 80 },
  { ordered_on: '2026-01-10', rep: 'Anna', amount: 300 },
  { ordered_on: '2026-02-10', rep: 'Anna', amount: 100 },
  { ordered_on: '2026-03-10', rep: 'Anna', amount: 90 },
  { ordered_on: '2026-03-31', rep: 'Bo', amount: 30 },
];
const quarter = { from: '2026-01-01', to: '2026-03-31' };

function setTarget(session: WorkspaceSession, target: Partial<Target>): Target {
  const whole = {
    kpi: 'revenue',
    scopeKind: 'all' as const,
    scopeKey: '',
    period: '',
    value: 0,
    amber: null,
    red: null,
  };
  return session.change({ code: 'target', parameters: {} }, (recorder) =>
    writeTarget(session.connection, recorder, { ...whole, ...target }),
  );
}

describe('monthly sales progress', () => {
  const request = { ...quarter, kpis: ['monthly_sales_progress'] };

  it('is the growth of the last month over the month before, or over the same month last year', async () => {
    const { kpis } = await kpiWorkspace({ orders });
    expect(kpis.evaluate(request)[0]).toMatchObject({
      value: 0.2,
      numerator: 20,
      denominator: 100,
      basis: 'mom',
    });
    expect(kpis.evaluate({ ...request, basis: 'yoy' })[0]).toMatchObject({ value: 0.5, denominator: 80 });
    const byRep = kpis.evaluate({ ...request, by: 'rep' })[0]?.rows;
    expect(byRep?.map(({ key, value }) => [key, value])).toEqual([
      ['Anna', -0.1],
      ['Bo', null],
    ]);
  });

  it('holds the month, or the year so far, against the target of the revenue', async () => {
    const { session, kpis } = await kpiWorkspace({ orders });
    expect(kpis.evaluate({ ...request, basis: 'target' })[0]?.value).toBeNull();
    setTarget(session, { period: '2026', value: 2400 });
    setTarget(session, { period: '2026-03', value: 240 });
    expect(kpis.evaluate({ ...request, basis: 'target' })[0]).toMatchObject({ value: 0.5, denominator: 240 });
    // January and February have a twelfth of 2400 each, March its own 240.
    expect(kpis.evaluate({ ...request, basis: 'ytd' })[0]).toMatchObject({
      numerator: 520,
      denominator: 640,
    });
  });

  it('counts the year so far from the start of the fiscal year', async () => {
    const { session, kpis } = await kpiWorkspace({ orders });
    setTarget(session, { period: 'FY2026', value: 1200 });
    session.connection.run(
      "INSERT INTO workspace_setting VALUES ('options', '{\"fiscalYearStart\":2}')" +
        ' ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    );
    // FY2026 ends in January 2026, so February begins FY2027, which has no target.
    const result = kpis.evaluate({ ...request, basis: 'ytd' })[0];
    expect(result).toMatchObject({ numerator: 220, denominator: null, value: null });
  });
});

describe('a target', () => {
  it('gives the KPI and its rows a status', async () => {
    const { session, kpis } = await kpiWorkspace({ orders });
    setTarget(session, { period: '2026-Q1', value: 500, amber: 480, red: 400 });
    setTarget(session, { scopeKind: 'rep', scopeKey: 'Anna', period: '2026-Q1', value: 520 });
    setTarget(session, { scopeKind: 'rep', scopeKey: 'Bo', period: '2026-Q1', value: 40 });
    const revenue = kpis.evaluate({ ...quarter, kpis: ['revenue'], by: 'rep' })[0];
    expect(revenue).toMatchObject({ value: 520, target: 500, status: 'green' });
    // Without limits of its own amber begins at the target, and red 10 % below it: 490 of 520, 30 of 40.
    expect(revenue?.rows).toMatchObject([
      { key: 'Anna', target: 520, status: 'amber' },
      { key: 'Bo', target: 40, status: 'red' },
    ]);
    const anna = kpis.evaluate({ ...quarter, kpis: ['revenue'], filter: { rep: ['Anna'] } })[0];
    expect(anna).toMatchObject({ value: 490, target: 520, status: 'amber' });
  });

  it('of a year holds its share of each month by time', async () => {
    const { session, kpis } = await kpiWorkspace({ orders });
    setTarget(session, { period: '2026', value: 1200 });
    const byMonth = kpis.evaluate({ ...quarter, kpis: ['revenue'], by: 'month' })[0];
    expect(byMonth).toMatchObject({ target: 300, status: 'green' });
    expect(byMonth?.rows.map(({ key, target, status }) => [key, target, status])).toEqual([
      ['2026-01', 100, 'green'],
      ['2026-02', 100, 'green'],
      ['2026-03', 100, 'green'],
    ]);
  });

  it('replaces the one of the same KPI, scope and period, and can be undone', async () => {
    const { session } = await kpiWorkspace({});
    const first = setTarget(session, { period: 'Q1 2026', value: 1 });
    const second = setTarget(session, { period: '2026-Q1', value: 2, red: 1 });
    expect(second).toEqual({ ...first, value: 2, red: 1, period: '2026-Q1' });
    session.undo();
    expect(readTargets(session.connection)).toEqual([first]);
    session.undo();
    expect(readTargets(session.connection)).toEqual([]);
  });

  it('is refused for an unknown KPI, a period that is none, and a rep without name', async () => {
    const { session } = await kpiWorkspace({});
    const codeOf = (target: Partial<Target>): unknown => {
      try {
        return setTarget(session, target);
      } catch (error) {
        return error instanceof QuotabenchError ? error.code : error;
      }
    };
    expect(codeOf({ kpi: 'happiness' })).toBe('unknownKpi');
    expect(codeOf({ period: 'soon' })).toBe('unknownPeriod');
    expect(codeOf({ scopeKind: 'rep', scopeKey: ' ' })).toBe('targetWithoutName');
    expect(session.info().undo).toBeNull();
  });
});
