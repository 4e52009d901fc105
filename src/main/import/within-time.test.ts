import { expect, it } from 'vitest';
import { TookTooLong, withinTime } from './within-time';

it('work that ends in time gives its result', () => {
  expect(withinTime(5, () => ({ cells: 3 }))).toEqual({ cells: 3 });
});

it('work that fails throws what it threw', () => {
  const failure = new RangeError('no such cell');
  expect(() =>
    withinTime(5, () => {
      throw failure;
    }),
  ).toThrow(failure);
});

it('work without end is stopped', () => {
  let turns = 0;
  const forever = () => {
    for (;;) turns += 1;
  };
  expect(() => withinTime(0.2, forever)).toThrow(TookTooLong);
  expect(turns).toBeGreaterThan(0);
});
