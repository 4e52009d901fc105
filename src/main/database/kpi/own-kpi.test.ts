import type { OwnKpi } from '@shared/kpi/own/own-kpi';
import { QuotabenchError } from '@shared/model/error';
import { describe, expect, it } from 'vitest';
import type { WorkspaceSession } from '../../workspace/workspace-session';
import { kpiWorkspace, type TypedRows } from './kpi-workspace.fixture';
import { readOwnKpis, writeOwnKpi } from './own-kpi-rows';
import { removeOwnKpi, usesOfKpi } from './own-kpi-uses';
import { writeTarget } from './targets';

const year = { from: '2026-01-01', to: '2026-12-31' };

const rows: TypedRows = {
  reps: [
    { name: 'Anna', team: 'North' },
    { name: 'Bo', team: 'South' },
  ],
  orders: [
    { ordered_on: '2026-01-10', rep: 'Anna', customer: 'Acme', amount: 100, quantity: 1 },
    { ordered_on: '2026-02-10', rep: 'Anna', customer: 'Beta', amount: 300, quantity: 3 },
    { ordered_on: '2026-02-11', rep: 'Bo', customer: 'Acme', amount: 50 },
    { ordered_on: '2026-02-12', rep: 'Bo', amount: 80 },
    { ordered_on: '2027-01-10', rep: 'Bo', customer: 'Acme', amount: 7000 },
  ],
  activities: [
    { date: '2026-01-05', rep: 'Anna', type: 'meeting', count: 4 },
    { date: '2026-03-05', rep: 'Bo', type: 'meeting', count: 1 },
    { date: '2026-03-05', rep: 'Bo', type: 'call', count: 90 },
  ],
};

const revenuePerMeeting: OwnKpi = {
  id: 'revenue_per_meeting',
  name: 'Revenue per meeting',
  unit: 'money',
  direction: 'up',
  measures: {
    revenue: { dataset: 'orders', aggregate: 'sum', field: 'amount' },
    meetings: {
      dataset: 'activities',
      aggregate: 'sum',
      field: 'count',
      where: [{ field: 'type', operator: 'equals', values: ['meeting'] }],
    },
  },
  formula: 'revenue / meetings',
};

function define(session: WorkspaceSession, definition: OwnKpi, replaces: string | null = null): OwnKpi {
  return session.change({ code: 'ownKpi', parameters: { name: definition.name } }, (recorder) =>
    writeOwnKpi(session.connection, recorder, definition, replaces),
  );
}

function remove(session: WorkspaceSession, id: string): void {
  session.change({ code: 'removeOwnKpi', parameters: { name: id } }, (recorder) =>
    removeOwnKpi(session.connection, recorder, id),
  );
}

function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof QuotabenchError) return error.code;
    throw error;
  }
  return 'none';
}

/** A KPI of one measure over orders or deals. */
function single(measure: OwnKpi['measures'][string], unit: OwnKpi['unit'] = 'money'): OwnKpi {
  return { id: 'single', name: 'Single', unit, direction: 'up', measures: { x: measure }, formula: 'x' };
}

describe('a KPI that is defined in a workspace', () => {
  it('divides sums by sums, in the whole and in each part', async () => {
    const { session, kpis } = await kpiWorkspace(rows);
    define(session, revenuePerMeeting);
    const [result] = kpis.evaluate({ ...year, kpis: ['revenue_per_meeting'], by: 'team' });
    // (100 + 300 + 50 + 80) ÷ (4 + 1); North 400 ÷ 4, South 130 ÷ 1.
    expect(result).toMatchObject({
      name: 'Revenue per meeting',
      unit: 'money',
      value: 106,
      numerator: 530,
      denominator: 5,
    });
    expect(result?.rows.map(({ key, value }) => [key, value])).toEqual([
      ['North', 100],
      ['South', 130],
    ]);
  });

  it('has no value in a period that has nothing to divide by', async () => {
    const { session, kpis } = await kpiWorkspace(rows);
    define(session, revenuePerMeeting);
    const [result] = kpis.evaluate({ ...year, kpis: ['revenue_per_meeting'], by: 'quarter' });
    expect(result?.rows.map(({ value }) => value)).toEqual([106, null, null, null]);
  });

  it('can be split by what all its datasets know, and narrowed', async () => {
    const { session, kpis } = await kpiWorkspace(rows);
    define(session, revenuePerMeeting);
    const [own] = kpis.catalogue.filter(({ id }) => id === 'revenue_per_meeting');
    expect(own?.dimensions.slice(6)).toEqual(['rep', 'team', 'region']);
    const [north] = kpis.evaluate({ ...year, kpis: ['revenue_per_meeting'], filter: { team: ['North'] } });
    expect(north?.value).toBe(100);
  });

  it('takes rows as count, sum, mean, median, smallest, largest and different values', async () => {
    const { session, kpis } = await kpiWorkspace(rows);
    const value = (measure: OwnKpi['measures'][string], unit?: OwnKpi['unit']) => {
      define(session, single(measure, unit), readOwnKpis(session.connection).length > 0 ? 'single' : null);
      return kpis.evaluate({ ...year, kpis: ['single'] })[0]?.value;
    };
    const amount = { dataset: 'orders', field: 'amount' } as const;
    // 100, 300, 50 and 80.
    expect(value({ ...amount, aggregate: 'sum' })).toBe(530);
    expect(value({ ...amount, aggregate: 'mean' })).toBe(132.5);
    expect(value({ ...amount, aggregate: 'median' })).toBe(90);
    expect(value({ ...amount, aggregate: 'minimum' })).toBe(50);
    expect(value({ ...amount, aggregate: 'maximum' })).toBe(300);
    expect(value({ dataset: 'orders', aggregate: 'count' }, 'number')).toBe(4);
    expect(value({ dataset: 'orders', aggregate: 'distinct', field: 'customer' }, 'number')).toBe(2);
    expect(value({ dataset: 'orders', aggregate: 'mean', field: 'quantity' }, 'number')).toBe(2);
    expect(
      value(
        {
          dataset: 'orders',
          aggregate: 'mean',
          field: 'quantity',
          where: [{ field: 'amount', operator: 'greater', values: [1000] }],
        },
        'number',
      ),
    ).toBeNull();
  });

  it('reads the numbers of an extra column, also where they came as text', async () => {
    const { session, kpis } = await kpiWorkspace({
      orders: [
        { ordered_on: '2026-01-10', amount: 1 },
        { ordered_on: '2026-01-11', amount: 1 },
        { ordered_on: '2026-01-12', amount: 1 },
      ],
    });
    session.connection.run(`UPDATE orders SET extra = json_object('Freight', 12.5) WHERE id = 1`);
    session.connection.run(`UPDATE orders SET extra = json_object('Freight', '1 300,50') WHERE id = 2`);
    session.connection.run(`UPDATE orders SET extra = json_object('Freight', 'free') WHERE id = 3`);
    define(session, single({ dataset: 'orders', aggregate: 'sum', field: 'extra:Freight', unit: 'money' }));
    expect(kpis.evaluate({ ...year, kpis: ['single'] })[0]?.value).toBe(1313);
  });

  it('can build on other KPIs, and on own ones', async () => {
    const { session, kpis } = await kpiWorkspace(rows);
    define(session, revenuePerMeeting);
    define(session, {
      id: 'share',
      name: 'Share',
      unit: 'percent',
      direction: 'up',
      measures: { one: { kpi: 'revenue_per_meeting' }, all: { kpi: 'revenue' } },
      formula: 'one / all',
    });
    // 106 ÷ 530.
    expect(kpis.evaluate({ ...year, kpis: ['share'] })[0]?.value).toBe(0.2);
    expect(refusal(() => remove(session, 'revenue_per_meeting'))).toBe('ownKpiBuiltOn');
    expect(
      refusal(() =>
        define(
          session,
          { ...revenuePerMeeting, measures: { x: { kpi: 'share' } }, formula: 'x' },
          'revenue_per_meeting',
        ),
      ),
    ).toBe('ownKpiCircle');
    expect(
      refusal(() =>
        define(
          session,
          {
            ...revenuePerMeeting,
            unit: 'number',
            measures: { x: { dataset: 'orders', aggregate: 'count' } },
            formula: 'x',
          },
          'revenue_per_meeting',
        ),
      ),
    ).toBe('ownKpiBreaks');
  });

  it('adds targets of months up to those of a quarter where it is a sum itself', async () => {
    const { session, kpis } = await kpiWorkspace(rows);
    define(session, {
      ...single({ dataset: 'orders', aggregate: 'sum', field: 'amount' }),
      formula: '2 * x',
    });
    const target = { kpi: 'single', scopeKind: 'all', scopeKey: '', amber: null, red: null } as const;
    session.change({ code: 'target', parameters: { kpi: 'single' } }, (recorder) => {
      for (const month of ['2026-01', '2026-02', '2026-03']) {
        writeTarget(session.connection, recorder, { ...target, period: month, value: 300 });
      }
    });
    const [result] = kpis.evaluate({ from: '2026-01-01', to: '2026-03-31', kpis: ['single'] });
    expect(result).toMatchObject({ value: 1060, target: 900, status: 'green' });
  });

  it('keeps its id under a new name, and is undone like any change', async () => {
    const { session, kpis } = await kpiWorkspace(rows);
    define(session, revenuePerMeeting);
    define(session, { ...revenuePerMeeting, id: 'other', name: 'Money per meeting' }, 'revenue_per_meeting');
    const names = () => kpis.catalogue.flatMap(({ id, own }) => (own ? [[id, own.name]] : []));
    expect(names()).toEqual([['revenue_per_meeting', 'Money per meeting']]);
    session.undo();
    expect(names()).toEqual([['revenue_per_meeting', 'Revenue per meeting']]);
    session.undo();
    expect(names()).toEqual([]);
    session.redo();
    expect(kpis.evaluate({ ...year, kpis: ['revenue_per_meeting'] })[0]?.value).toBe(106);
  });

  it('is deleted with its targets, and comes back with them', async () => {
    const { session, kpis } = await kpiWorkspace(rows);
    define(session, revenuePerMeeting);
    session.change({ code: 'target', parameters: { kpi: 'revenue_per_meeting' } }, (recorder) =>
      writeTarget(session.connection, recorder, {
        kpi: 'revenue_per_meeting',
        scopeKind: 'all',
        scopeKey: '',
        period: '',
        value: 100,
        amber: null,
        red: null,
      }),
    );
    expect(usesOfKpi(session.connection, 'revenue_per_meeting')).toMatchObject({ targets: 1, kpis: [] });
    remove(session, 'revenue_per_meeting');
    expect(kpis.catalogue.some(({ own }) => own)).toBe(false);
    session.undo();
    expect(kpis.evaluate({ ...year, kpis: ['revenue_per_meeting'] })[0]).toMatchObject({
      target: 100,
      status: 'green',
    });
  });

  it('is refused under the id or name of another, and with what cannot be reckoned', async () => {
    const { session } = await kpiWorkspace(rows);
    define(session, revenuePerMeeting);
    const refused = (change: Partial<OwnKpi>) =>
      refusal(() => define(session, { ...revenuePerMeeting, id: 'new', name: 'New', ...change }));
    expect(refused({ id: 'revenue' })).toBe('ownKpiBuiltIn');
    expect(refused({ id: 'revenue_per_meeting' })).toBe('ownKpiIdTaken');
    expect(refused({ name: 'Omsetning' })).toBe('ownKpiNameTaken');
    expect(refused({ name: 'revenue per MEETING' })).toBe('ownKpiNameTaken');
    expect(refused({ measures: {} })).toBe('ownKpiNoMeasure');
    expect(refused({ unit: 'days' })).toBe('formulaDeclaredUnit');
    expect(refused({ formula: '1 + 1' })).toBe('formulaWithoutMeasure');
    const measure = (x: OwnKpi['measures'][string]) => refused({ measures: { x }, formula: 'x' });
    expect(measure({ dataset: 'orders', aggregate: 'sum', field: 'customer' })).toBe('ownMeasureField');
    expect(measure({ dataset: 'orders', aggregate: 'sum' })).toBe('ownMeasureNoField');
    expect(measure({ dataset: 'orders', aggregate: 'count', field: 'amount' })).toBe('ownMeasureCountField');
    expect(measure({ dataset: 'orders', aggregate: 'count', date: 'closed_on' })).toBe('ownMeasureDate');
    expect(
      measure({
        dataset: 'orders',
        aggregate: 'count',
        where: [{ field: 'stage', operator: 'equals', values: ['x'] }],
      }),
    ).toBe('ownMeasureField');
    expect(
      measure({
        dataset: 'orders',
        aggregate: 'count',
        where: [{ field: 'amount', operator: 'between', values: [1] }],
      }),
    ).toBe('ownMeasureCondition');
    expect(measure({ kpi: 'nothing' })).toBe('unknownKpi');
    expect(measure({ kpi: 'win_rate', basis: 'other' })).toBe('unknownBasis');
  });
});
