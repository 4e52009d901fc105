import { describe, expect, it } from 'vitest';
import { narrowed, unknownTo } from './kpi-filter.store';

describe('the filter over all KPIs', () => {
  it('keeps what it narrows in other dimensions', () => {
    const filter = narrowed({ team: ['North'] }, 'product', ['Chair', 'Lamp']);
    expect(filter).toEqual({ team: ['North'], product: ['Chair', 'Lamp'] });
    expect(narrowed(filter, 'product', [])).toEqual({ team: ['North'] });
  });

  it('tells which of its dimensions a KPI does not have', () => {
    expect(unknownTo({ team: ['North'], product: ['Chair'] }, ['month', 'rep', 'team'])).toEqual(['product']);
    expect(unknownTo({}, [])).toEqual([]);
  });
});
