import { describe, expect, it } from 'vitest';
import { editedLocks } from './plan-grid-rows';

const locks = [{ rep: 'Anna', period: '2026-Q1', amount: 100 }];

describe('what is typed into the grid of a plan', () => {
  it('locks a period, or a rep’s whole plan, in the person’s way of writing numbers', () => {
    const edits = [
      { row: 'Bo', column: '2026-Q2', text: '1 234,5' },
      { row: 'Anna', column: 'total', text: '5 000' },
    ];
    expect(editedLocks(locks, edits, 'nb-NO')).toEqual({
      locks: [
        ...locks,
        { rep: 'Bo', period: '2026-Q2', amount: 1234.5 },
        { rep: 'Anna', period: null, amount: 5000 },
      ],
      unreadable: [],
    });
  });

  it('lets an emptied cell follow the total again', () => {
    expect(editedLocks(locks, [{ row: 'Anna', column: '2026-Q1', text: ' ' }], 'en-GB').locks).toEqual([]);
  });

  it('is refused where it is no amount, or below 0, and what can only be read stays', () => {
    const edits = [
      { row: 'Anna', column: '2026-Q1', text: 'much' },
      { row: 'Anna', column: '2026-Q1', text: '-5' },
      { row: 'Anna', column: 'expected', text: '7' },
    ];
    expect(editedLocks(locks, edits, 'en-GB')).toEqual({ locks, unreadable: ['much', '-5'] });
  });
});
