import { expect, it } from 'vitest';
import { firstSplit } from './first-split';

it('splits by the first dimension that is not narrowed to a single name', () => {
  const dimensions = ['rep', 'team', 'region', 'product'] as const;
  expect(firstSplit(dimensions, {})).toBe('rep');
  expect(firstSplit(dimensions, { rep: ['Anna', 'Bo'] })).toBe('rep');
  expect(firstSplit(dimensions, { team: ['North'] })).toBe('rep');
  // One rep is of one team and one region.
  expect(firstSplit(dimensions, { rep: ['Anna'] })).toBe('product');
});

it('splits by what there is where nothing else is left, and not at all where nothing is', () => {
  expect(firstSplit(['rep'], { rep: ['Anna'] })).toBe('rep');
  expect(firstSplit([], {})).toBeNull();
});
