import { describe, expect, it } from 'vitest';
import { spreadOversOf } from './spread-choices';

const dimensions = ['month', 'team', 'rep', 'product', 'segment'] as const;

describe('what a total can be spread over', () => {
  it('is every part for that of all, reps for a team’s, and time for a rep’s', () => {
    const of = (kind: 'all' | 'team' | 'rep', period: string) =>
      spreadOversOf({ kind, key: '' }, period, dimensions);
    expect(of('all', '2026')).toEqual(['team', 'rep', 'product', 'segment', 'quarter', 'month']);
    expect(of('team', '2026-Q1')).toEqual(['rep', 'month']);
    expect(of('rep', 'FY2026')).toEqual(['quarter', 'month']);
    expect(of('rep', '2026-03')).toEqual([]);
  });

  it('is nothing that the KPI cannot be split by', () => {
    expect(spreadOversOf({ kind: 'all', key: '' }, '2026-03', ['rep'])).toEqual(['rep']);
  });
});
