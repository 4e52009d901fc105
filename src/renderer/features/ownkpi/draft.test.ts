import type { OwnKpi } from '@shared/kpi/own/own-kpi';
import { describe, expect, it } from 'vitest';
import { definitionOf, draftOf, newDraft, withMeasure, withMeasureNamed } from './draft';

const definition: OwnKpi = {
  id: 'per_call',
  name: 'Revenue per call',
  unit: 'money',
  direction: 'up',
  measures: { revenue: { kpi: 'revenue' }, calls: { kpi: 'calls_made' } },
  formula: 'revenue / calls + revenue_2',
};

describe('a KPI while it is written', () => {
  it('is the definition that a text gave it, under the id that the text gave it', () => {
    expect(definitionOf(draftOf(definition, null), ['revenue'])).toEqual(definition);
  });

  it('gets an id from its name, which no other KPI has', () => {
    const draft = { ...newDraft('omsetning'), name: 'Omsetning per møte' };
    expect(definitionOf(draft, []).id).toBe('omsetning_per_mote');
    expect(definitionOf(draft, ['omsetning_per_mote']).id).toBe('omsetning_per_mote_2');
  });

  it('keeps the id under which it is stored when its name changes', () => {
    expect(definitionOf({ ...draftOf(definition, 'per_call'), name: 'Other' }, []).id).toBe('per_call');
  });

  it('has its formula follow a measure that is renamed, and no longer name', () => {
    const renamed = withMeasureNamed(draftOf(definition, null), 1, 'all revenue');
    expect(renamed.formula).toBe('all_revenue / calls + revenue_2');
    expect(renamed.measures.map(({ name }) => name)).toEqual(['all_revenue', 'calls']);
  });

  it('takes no name for a measure that another has, or that is a function', () => {
    const draft = draftOf(definition, null);
    expect(withMeasureNamed(draft, 1, 'calls')).toBe(draft);
    expect(withMeasureNamed(draft, 1, 'max').measures[0]?.name).toBe('max_');
    expect(withMeasure(draft, 'calls', { kpi: 'bookings' }).measures[2]?.name).toBe('calls_2');
  });
});
