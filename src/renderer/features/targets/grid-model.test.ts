import type { KpiDescription, Target } from '@shared/ipc/kpi';
import { builtInKpis } from '@shared/kpi/catalogue';
import { describeKpi } from '@shared/kpi/describe-kpi';
import { describe, expect, it } from 'vitest';
import { type GridView, gridGaps, gridPeriods, gridRows, heldValue, type TargetData } from './grid-model';
import { readEdits } from './read-edits';

const kpis: readonly KpiDescription[] = builtInKpis.map(describeKpi);

function target(part: Partial<Target>): Target {
  const plain = { kpi: 'bookings', scopeKind: 'all', scopeKey: '', period: '2026', value: 0 } as const;
  return { id: 1, ...plain, amber: null, red: null, ...part };
}

function dataOf(...targets: readonly Target[]): TargetData {
  const rep = (name: string, team: string) => ({ name, team, region: '', startDate: null, endDate: null });
  return {
    targets,
    names: { team: ['Nord', 'Vest', 'Øst'], rep: ['Anna', 'Bo', 'Cid'], product: [], segment: [] },
    reps: [rep('Anna', 'Nord'), rep('Bo', 'Nord'), rep('Cid', 'Vest')],
    fiscalYearStart: 1,
  };
}

const view: GridView = {
  down: 'team',
  kpi: 'bookings',
  scope: { kind: 'all', key: '' },
  step: 'quarter',
  year: 2026,
};

describe('the grid of targets', () => {
  it('has the year and its parts across, or every period and the years around', () => {
    expect(gridPeriods(view)).toEqual(['2026', '2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4']);
    expect(gridPeriods({ step: 'year', year: 2026 })).toEqual(['', '2025', '2026', '2027']);
  });

  it('has reps under their teams, and KPIs that can be told for a scope', () => {
    const reps = gridRows({ ...view, down: 'rep' }, dataOf(), kpis);
    expect(reps.map(({ scope, rank }) => [scope.key, rank])).toEqual([
      ['', 'whole'],
      ['Nord', 'part'],
      ['Anna', 'member'],
      ['Bo', 'member'],
      ['Vest', 'part'],
      ['Cid', 'member'],
      ['Øst', 'part'],
    ]);
    const ofTeam = gridRows({ ...view, down: 'kpis', scope: { kind: 'team', key: 'Nord' } }, dataOf(), kpis);
    expect(ofTeam.some(({ kpi }) => kpi.id === 'win_rate')).toBe(true);
    expect(ofTeam.some(({ kpi }) => kpi.id === 'clv_predictive')).toBe(false);
  });

  it('shows what holds where nothing is set: a share of the year, or what a rate inherits', () => {
    const [all, north] = gridRows(view, dataOf(target({ value: 1200 })), kpis);
    // A quarter of 1200; nothing is inherited by the part of a sum.
    expect(all?.cells.get('2026-Q1')).toEqual({ own: null, held: { value: 300, owner: 'all' } });
    expect(heldValue(north?.cells.get('2026-Q1'))).toBeNull();
    const rates = gridRows(
      { ...view, kpi: 'win_rate' },
      dataOf(target({ kpi: 'win_rate', value: 0.4, period: '' })),
      kpis,
    );
    expect(rates[1]?.cells.get('2026-Q1')).toEqual({ own: null, held: { value: 0.4, owner: 'all' } });
  });

  it('tells how much of the whole is not given out', () => {
    const data = dataOf(
      target({ value: 60 }),
      target({ scopeKind: 'team', scopeKey: 'Nord', value: 20 }),
      target({ scopeKind: 'team', scopeKey: 'Vest', value: 25 }),
      target({ scopeKind: 'team', scopeKey: 'Øst', value: 10 }),
    );
    const [gap] = gridGaps(gridRows(view, data, kpis), ['2026']);
    expect(gap).toMatchObject({ period: '2026', whole: 60, given: 55, left: 5 });
    expect(gap?.parts.map(({ scope }) => scope.key)).toEqual(['Nord', 'Vest', 'Øst']);
  });

  it('counts a team without a target by those of its reps, and holds a team against its reps', () => {
    const data = dataOf(
      target({ value: 60 }),
      target({ scopeKind: 'rep', scopeKey: 'Anna', value: 30 }),
      target({ scopeKind: 'team', scopeKey: 'Vest', value: 30 }),
      target({ scopeKind: 'rep', scopeKey: 'Cid', value: 24 }),
    );
    const gaps = gridGaps(gridRows({ ...view, down: 'rep' }, data, kpis), ['2026']);
    expect(gaps.map(({ owner, left }) => [owner.scope.key, left])).toEqual([['Vest', 6]]);
  });
});

describe('an edit of the grid', () => {
  const data = dataOf(
    target({ value: 100, amber: 90, red: 80 }),
    target({ scopeKind: 'team', scopeKey: 'Nord', value: 20 }),
  );
  const rows = gridRows(view, data, kpis);
  const edit = (row: number, text: string) => ({ row: rows[row]?.id ?? '', column: '2026', text });

  it('reads numbers as they stand in a Norwegian spreadsheet', () => {
    const { set, unreadable } = readEdits([edit(2, '1 250 000,50'), edit(3, 'kr 2.000')], rows, 'nb-NO');
    expect(set.map(({ scopeKey, value }) => [scopeKey, value])).toEqual([
      ['Vest', 1_250_000.5],
      ['Øst', 2000],
    ]);
    expect(unreadable).toEqual([]);
  });

  it('keeps limits that still fit, and lets go of those that do not', () => {
    expect(readEdits([edit(0, '120')], rows, 'nb-NO').set).toMatchObject([
      { value: 120, amber: 90, red: 80 },
    ]);
    expect(readEdits([edit(0, '50')], rows, 'nb-NO').set).toMatchObject([
      { value: 50, amber: null, red: null },
    ]);
  });

  it('takes away what is emptied, leaves what is the same, and tells what is no number', () => {
    const read = readEdits([edit(1, ''), edit(2, ''), edit(0, '100'), edit(3, 'soon')], rows, 'nb-NO');
    expect(read.remove).toEqual([{ kpi: 'bookings', scopeKind: 'team', scopeKey: 'Nord', period: '2026' }]);
    expect(read.set).toEqual([]);
    expect(read.unreadable).toEqual(['soon']);
  });
});
