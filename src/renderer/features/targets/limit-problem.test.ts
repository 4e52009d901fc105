import { describe, expect, it } from 'vitest';
import { limitProblem } from './limit-problem';

describe('the limits of a target', () => {
  it('lie below it, amber before red, where more is better', () => {
    expect(limitProblem({ value: 100, amber: 90, red: 80 }, 'up')).toBeNull();
    expect(limitProblem({ value: 100, amber: 110, red: 80 }, 'up')).toBe('amberAboveTarget');
    expect(limitProblem({ value: 100, amber: 90, red: 95 }, 'up')).toBe('redAboveAmber');
  });

  it('lie above it where less is better', () => {
    expect(limitProblem({ value: 30, amber: 35, red: 40 }, 'down')).toBeNull();
    expect(limitProblem({ value: 30, amber: 25, red: 40 }, 'down')).toBe('amberBelowTarget');
    expect(limitProblem({ value: 30, amber: 35, red: 32 }, 'down')).toBe('redBelowAmber');
  });

  it('count by their distance where near is better', () => {
    expect(limitProblem({ value: 100, amber: 95, red: 110 }, 'near')).toBeNull();
    expect(limitProblem({ value: 100, amber: 90, red: 105 }, 'near')).toBe('redInsideAmber');
  });

  it('are fine when they are left out', () => {
    expect(limitProblem({ value: 100, amber: null, red: null }, 'up')).toBeNull();
    expect(limitProblem({ value: 100, amber: null, red: null }, 'near')).toBeNull();
  });
});
