import { describe, expect, it } from 'vitest';
import { movedTo, toggled } from './kpi-order';

describe('the order of the KPIs on a dashboard', () => {
  it('takes a new KPI at its end and lets it go again', () => {
    expect(toggled(['a', 'b'], 'c')).toEqual(['a', 'b', 'c']);
    expect(toggled(['a', 'b', 'c'], 'b')).toEqual(['a', 'c']);
  });

  it('moves a KPI up, down and no further than the ends', () => {
    expect(movedTo(['a', 'b', 'c'], 'c', 0)).toEqual(['c', 'a', 'b']);
    expect(movedTo(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c']);
    expect(movedTo(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
    expect(movedTo(['a', 'b', 'c'], 'a', 9)).toEqual(['b', 'c', 'a']);
  });

  it('leaves the order alone for a KPI that is not on it', () => {
    expect(movedTo(['a', 'b'], 'x', 0)).toEqual(['a', 'b']);
  });
});
