import { describe, expect, it } from 'vitest';
import { filterOfGrid } from './grid-filter';

describe('the filters of the grid', () => {
  it('hold together across columns, and as each column says within it', () => {
    expect(
      filterOfGrid({
        rep: { filterType: 'text', type: 'contains', filter: 'an' },
        amount: {
          filterType: 'number',
          operator: 'OR',
          conditions: [
            { filterType: 'number', type: 'lessThan', filter: 5 },
            { filterType: 'number', type: 'blank' },
          ],
        },
        closed_on: {
          filterType: 'date',
          type: 'inRange',
          dateFrom: '2026-01-01 00:00:00',
          dateTo: '2026-03-31 00:00:00',
        },
      }),
    ).toEqual([
      [{ field: 'rep', operator: 'contains', values: ['an'] }],
      [
        { field: 'amount', operator: 'less', values: [5] },
        { field: 'amount', operator: 'blank', values: [] },
      ],
      [{ field: 'closed_on', operator: 'between', values: ['2026-01-01', '2026-03-31'] }],
    ]);
  });
});
