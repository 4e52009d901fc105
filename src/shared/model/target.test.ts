import { describe, expect, it } from 'vitest';
import { levelsOf, type SetTarget, statusOf, targetFor } from './target';

function target(period: string, value: number, limits: Partial<SetTarget> = {}): SetTarget {
  return { period, value, amber: null, red: null, ...limits };
}

const january = { from: '2026-01-01', to: '2026-01-31' };
const quarter = { from: '2026-01-01', to: '2026-03-31' };
const money = { direction: 'up', additive: true } as const;
const rate = { direction: 'up', additive: false } as const;

function valueFor(targets: readonly SetTarget[], range = quarter, kpi: typeof money | typeof rate = money) {
  return targetFor(targets, range, kpi, 1)?.value ?? null;
}

describe('the limits of a target', () => {
  it('are filled in where they are not set', () => {
    expect(levelsOf(target('', 100), 'up')).toEqual({ value: 100, amber: 100, red: 90 });
    expect(levelsOf(target('', 100), 'down')).toEqual({ value: 100, amber: 100, red: 110 });
    expect(levelsOf(target('', 100), 'near')).toEqual({ value: 100, amber: 105, red: 110 });
    expect(levelsOf(target('', -50), 'up')).toEqual({ value: -50, amber: -50, red: -55 });
    expect(levelsOf(target('', 100, { amber: 80 }), 'up')).toEqual({ value: 100, amber: 80, red: 70 });
  });

  it('belong to the better side themselves', () => {
    const up = { value: 100, amber: 90, red: 80 };
    expect([90, 89.9, 80, 79.9].map((value) => statusOf(value, up, 'up'))).toEqual([
      'green',
      'amber',
      'amber',
      'red',
    ]);
    const down = { value: 10, amber: 12, red: 15 };
    expect([5, 12, 13, 15, 16].map((value) => statusOf(value, down, 'down'))).toEqual([
      'green',
      'green',
      'amber',
      'amber',
      'red',
    ]);
  });

  it('count on both sides where near is better', () => {
    const near = { value: 100, amber: 105, red: 110 };
    expect([95, 105, 94, 110, 89, 111].map((value) => statusOf(value, near, 'near'))).toEqual([
      'green',
      'green',
      'amber',
      'amber',
      'red',
      'red',
    ]);
  });

  it('say nothing without a value or a target', () => {
    expect(statusOf(null, { value: 1, amber: 1, red: 0 }, 'up')).toBe('none');
    expect(statusOf(1, null, 'up')).toBe('none');
  });
});

describe('the target for a period', () => {
  it('is the one of exactly that period', () => {
    expect(valueFor([target('', 1), target('2026', 400), target('2026-Q1', 70), target('2026-01', 5)])).toBe(
      70,
    );
  });

  it('is the sum of its parts for a KPI that adds up over time', () => {
    const months = [target('2026-01', 1), target('2026-02', 2), target('2026-03', 3, { red: 0 })];
    expect(targetFor(months, quarter, money, 1)).toEqual({
      value: 6,
      amber: 6,
      red: expect.closeTo(2.7, 12),
    });
  });

  it('is the share of a longer one, the shorter period winning where both hold', () => {
    expect(valueFor([target('2026', 1200)])).toBe(300);
    expect(valueFor([target('2026', 1200), target('2026-02', 7)])).toBe(207);
  });

  it('is not made of parts that leave a day open', () => {
    expect(valueFor([target('2026-01', 1), target('2026-02', 2)])).toBeNull();
    expect(valueFor([target('2026-01', 1), target('', 9)])).toBe(9);
  });

  it('is that of the shortest period around it for a rate, and never a sum or a share', () => {
    const rates = [target('2026', 0.3), target('2026-Q1', 0.4), target('2026-02', 0.9), target('', 0.1)];
    expect(valueFor(rates, january, rate)).toBe(0.4);
    expect(valueFor(rates, { from: '2025-12-01', to: '2026-01-31' }, rate)).toBe(0.1);
  });
});
