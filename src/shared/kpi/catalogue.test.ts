import { describe, expect, it } from 'vitest';
import english from '../language/en/kpis.json';
import norwegian from '../language/nb/kpis.json';
import { builtInKpis } from './catalogue';
import { kpiDimensions } from './declaration';
import { meansKpi } from './kpi-name';

describe('the catalogue of KPIs', () => {
  it('has each KPI once, with name, formula, where its numbers and its formula are from in both languages', () => {
    const ids = builtInKpis.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const keys = ids.flatMap((id) => [`${id}.name`, `${id}.formula`, `${id}.source`, `${id}.reference`]);
    for (const language of [english, norwegian]) {
      expect(keys.filter((key) => !(key in language))).toEqual([]);
    }
  });

  it('names every way of reckoning and every dimension', () => {
    const bases = builtInKpis.flatMap(({ formulas }) => formulas.flatMap(({ basis }) => basis ?? []));
    const keys = [
      ...bases.map((basis) => `basis.${basis}`),
      ...kpiDimensions.map((one) => `dimension.${one}`),
    ];
    expect(keys.filter((key) => !(key in english))).toEqual([]);
  });

  it('knows a KPI by its id and by its name in either language', () => {
    expect(meansKpi(' CHURN_RATE ', { id: 'churn_rate' })).toBe(true);
    expect(meansKpi('Kundefrafall', { id: 'churn_rate' })).toBe(true);
    expect(meansKpi('Churn rate', { id: 'churn_rate' })).toBe(true);
    expect(meansKpi('Churn', { id: 'churn_rate' })).toBe(false);
  });
});
