import { describe, expect, it } from 'vitest';
import { changeOf } from './kpi-change';

const revenue = { unit: 'money', direction: 'up', target: null } as const;

describe('the change of a KPI', () => {
  it('is a share of what it was for amounts', () => {
    // 120 is 20 more than 100, a fifth of it.
    expect(changeOf({ ...revenue, value: 120, before: 100 })).toEqual({
      by: 0.2,
      scale: 'share',
      movement: 'up',
      sense: 'better',
    });
  });

  it('is a difference in points for rates', () => {
    const change = changeOf({ value: 0.5, before: 0.75, unit: 'percent', direction: 'up', target: null });
    expect(change).toEqual({ by: -0.25, scale: 'points', movement: 'down', sense: 'worse' });
  });

  it('is good when what should fall falls', () => {
    const change = changeOf({ value: 30, before: 41, unit: 'days', direction: 'down', target: null });
    expect(change).toEqual({ by: -11, scale: 'difference', movement: 'down', sense: 'better' });
  });

  it('is good when it comes nearer to a target, from either side', () => {
    const index = { unit: 'index', direction: 'near', target: 100 } as const;
    expect(changeOf({ ...index, value: 104, before: 110 })?.sense).toBe('better');
    expect(changeOf({ ...index, value: 97, before: 99 })?.sense).toBe('worse');
    expect(changeOf({ ...index, target: null, value: 97, before: 99 })?.sense).toBe('unclear');
  });

  it('is neither better nor worse where it is written as 0', () => {
    const days = { unit: 'days', direction: 'down', target: null } as const;
    expect(changeOf({ ...days, value: 40.84, before: 40.8 })).toMatchObject({
      movement: 'level',
      sense: 'same',
    });
    expect(changeOf({ ...days, value: 40.86, before: 40.8 })).toMatchObject({
      movement: 'up',
      sense: 'worse',
    });
    expect(changeOf({ ...revenue, value: 100.04, before: 100 })?.movement).toBe('level');
    expect(changeOf({ ...revenue, value: 100, before: 100 })?.movement).toBe('level');
  });

  it('from a negative amount keeps its sign', () => {
    // From −100 to −50 is 50 up, half of what it was.
    expect(changeOf({ ...revenue, value: -50, before: -100 })?.by).toBe(0.5);
  });

  it('is none where there is nothing to compare with', () => {
    expect(changeOf({ ...revenue, value: 5, before: null })).toBeNull();
    expect(changeOf({ ...revenue, value: null, before: 5 })).toBeNull();
    expect(changeOf({ ...revenue, value: 5, before: 0 })).toBeNull();
  });
});
