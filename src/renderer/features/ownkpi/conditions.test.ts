import type { FilterCondition } from '@shared/ipc/rows';
import type { RowsMeasure } from '@shared/kpi/own/own-kpi';
import { describe, expect, it } from 'vitest';
import { conditionGroups, withAt, withConditionGroups } from './conditions';

const north: FilterCondition = { field: 'region', operator: 'in', values: ['North'] };
const large: FilterCondition = { field: 'amount', operator: 'greaterOrEqual', values: [1000] };
const online: FilterCondition = { field: 'channel', operator: 'in', values: ['Online'] };
const measure: RowsMeasure = { dataset: 'orders', aggregate: 'count', where: [[north, large], online] };

describe('the conditions of a measure', () => {
  it('are shown with every alternative', () => {
    expect(conditionGroups(measure)).toEqual([[north, large], [online]]);
  });

  it('are the same after they are shown and written back', () => {
    expect(withConditionGroups(measure, conditionGroups(measure))).toEqual(measure);
  });

  it('keep the other alternatives when one is changed', () => {
    const south: FilterCondition = { ...north, values: ['South'] };
    const [first = [], ...others] = conditionGroups(measure);
    const changed = withConditionGroups(measure, [withAt(first, 0, south), ...others]);
    expect(changed.where).toEqual([[south, large], online]);
  });

  it('keep the other alternatives when one is removed, and no group of none', () => {
    const [first = [], second = []] = conditionGroups(measure);
    expect(withConditionGroups(measure, [withAt(first, 0, null), second]).where).toEqual([large, online]);
    expect(withConditionGroups(measure, [withAt([north], 0, null), second]).where).toEqual([online]);
    expect(withConditionGroups(measure, [[], []])).not.toHaveProperty('where');
  });
});
