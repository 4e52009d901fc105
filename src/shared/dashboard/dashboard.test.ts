import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInKpis } from '../kpi/catalogue';
import {
  type Dashboard,
  dashboardPresets,
  firstDashboards,
  presetKpis,
  withChanged,
  withCopy,
  withMoved,
  withNew,
  without,
} from './dashboard';

const names = (dashboards: readonly Dashboard[]) => dashboards.map(({ name, title }) => name || title);
const first = firstDashboards(null);

describe('the dashboards of a workspace', () => {
  it('are at first those of manager, analyst and review', () => {
    expect(names(first)).toEqual(['manager', 'analyst', 'review']);
  });

  it('begin with the one that was arranged when there was but one', () => {
    const [own, ...presets] = firstDashboards(['win_rate', 'revenue']);
    expect(own).toEqual({ id: 1, name: '', title: 'own', kpis: ['win_rate', 'revenue'] });
    expect(names(presets)).toEqual(['manager', 'analyst', 'review']);
  });

  it.each(dashboardPresets)('show KPIs that there are, none twice and ten at most: %s', (preset) => {
    const kpis = presetKpis[preset];
    expect(kpis.filter((id) => !builtInKpis.some((kpi) => kpi.id === id))).toEqual([]);
    expect(new Set(kpis).size).toBe(kpis.length);
    expect(kpis.length).toBeLessThanOrEqual(10);
  });

  it('take a new one at the end, under an id of its own', () => {
    const { dashboards, id } = withNew(first, { name: 'North', kpis: ['revenue'] });
    expect(names(dashboards)).toEqual(['manager', 'analyst', 'review', 'North']);
    expect(dashboards.at(-1)).toMatchObject({ id, kpis: ['revenue'] });
    expect(id).toBe(4);
  });

  it('take a copy right after what it is copied from, which stays as it is', () => {
    const { dashboards, id } = withCopy(first, { id: 1, name: 'Manager (copy)' });
    expect(names(dashboards)).toEqual(['manager', 'Manager (copy)', 'analyst', 'review']);
    const changed = withChanged(dashboards, id, { kpis: [] });
    expect(changed[0]?.kpis).toEqual(presetKpis.manager);
    expect(changed[1]?.kpis).toEqual([]);
  });

  it('refuse to lose the last one, and to change one that is gone', () => {
    const one = without(without(first, 1), 2);
    expect(names(one)).toEqual(['review']);
    expect(() => without(one, 3)).toThrow(expect.objectContaining({ code: 'lastDashboard' }));
    expect(() => withChanged(one, 1, { name: 'Gone' })).toThrow(
      expect.objectContaining({ code: 'dashboardMissing' }),
    );
  });

  it('stay the same ones, in another order, wherever one is moved', () => {
    fc.assert(
      fc.property(fc.constantFrom(1, 2, 3), fc.integer({ min: -2, max: 5 }), (id, place) => {
        const moved = withMoved(first, id, place);
        expect(moved[Math.max(0, Math.min(place, 2))]?.id).toBe(id);
        expect([...moved].sort((one, other) => one.id - other.id)).toEqual(first);
      }),
    );
  });
});
