import { builtInKpis } from '@shared/kpi/catalogue';
import { describeKpi } from '@shared/kpi/describe-kpi';
import { describe, expect, it } from 'vitest';
import { filledTargets, improved } from './fill-targets';
import type { TargetRow } from './grid-model';

function row(id: string, own: number | null): TargetRow {
  const kpi = builtInKpis.map(describeKpi).find((candidate) => candidate.id === id);
  if (kpi === undefined) throw new Error(id);
  const owner = { kpi: id, scopeKind: 'all', scopeKey: '', period: '2026' } as const;
  const target = own === null ? null : { id: 1, ...owner, value: own, amber: null, red: null };
  return {
    id,
    kpi,
    scope: { kind: 'all', key: '' },
    rank: 'part',
    cells: new Map([['2026', { own: target, held: null }]]),
  };
}

describe('filling the grid', () => {
  it('makes last year better by a share: more, or less where less is better', () => {
    // 200 + 5 % = 210, 200 − 5 % = 190; growth of −20 % becomes −19 %.
    expect(improved(200, 0.05, 'up')).toBe(210);
    expect(improved(200, 0.05, 'down')).toBe(190);
    expect(improved(-0.2, 0.05, 'up')).toBeCloseTo(-0.19, 12);
    expect(improved(104, 0.05, 'near')).toBe(104);
  });

  it('rounds money to the unit and rates to a tenth of a per cent', () => {
    const values = new Map([
      ['bookings', new Map([['2026', 1_234_567.8]])],
      ['win_rate', new Map([['2026', 0.45678]])],
    ]);
    const rows = [row('bookings', null), row('win_rate', null)];
    const set = filledTargets(values, rows, { unit: 1000, overwrites: false });
    expect(set.map(({ kpi, value }) => [kpi, value])).toEqual([
      ['bookings', 1_235_000],
      ['win_rate', 0.457],
    ]);
  });

  it('leaves targets that are set, unless they are to be overwritten', () => {
    const values = new Map([['bookings', new Map([['2026', 500]])]]);
    const rows = [row('bookings', 300)];
    expect(filledTargets(values, rows, { unit: 1, overwrites: false })).toEqual([]);
    expect(filledTargets(values, rows, { unit: 1, overwrites: true })).toMatchObject([{ value: 500 }]);
  });
});
