import { describe, expect, it } from 'vitest';
import { goalStatements } from './goal-statements';

const evidence = {
  goalRange: { from: '2026-01-01', to: '2026-03-31' },
  range: { from: '2025-01-01', to: '2025-12-31' },
  usual: 100,
  best: 200,
  median: 80,
  yearBefore: 250,
  benchmark: null,
};

describe('what a goal is held against', () => {
  it('is months for a sum, and the whole period for the same one a year before', () => {
    // 354 in a quarter is 118 a month: 18 % above 100, 47.5 % above 80, 41 % below 200; 354 is 41.6 % above 250.
    const found = goalStatements(evidence, 354, true);
    expect(found.map(({ key, change }) => [key, Number(change?.toFixed(4))])).toEqual([
      ['usual.sum', 0.18],
      ['median', 0.475],
      ['best', -0.41],
      ['yearBefore', 0.416],
    ]);
  });

  it('is the rate itself for a rate, the benchmark included', () => {
    const rate = { ...evidence, usual: 0.4, best: null, median: null, yearBefore: null, benchmark: 0.5 };
    const found = goalStatements(rate, 0.5, false);
    expect(found.map(({ key, change }) => [key, Number(change?.toFixed(4))])).toEqual([
      ['usual', 0.25],
      ['benchmark', 0],
    ]);
  });
});
