import { expect, it } from 'vitest';
import { comparedRange } from './comparison';

const quarter = { from: '2026-04-01', to: '2026-06-30' };

it('compares a quarter with the one before, or with the same one a year before', () => {
  expect(comparedRange('previous', quarter)).toEqual({ from: '2026-01-01', to: '2026-03-31' });
  expect(comparedRange('lastYear', quarter)).toEqual({ from: '2025-04-01', to: '2025-06-30' });
});

it('compares February of a leap year with the whole February before', () => {
  const february = { from: '2024-02-01', to: '2024-02-29' };
  expect(comparedRange('lastYear', february)).toEqual({ from: '2023-02-01', to: '2023-02-28' });
});

it('compares with nothing where nothing is to be compared', () => {
  expect(comparedRange('none', quarter)).toBeNull();
});
