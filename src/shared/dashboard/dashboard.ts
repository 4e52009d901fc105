import { QuotabenchError } from '../model/error';

/** For whom a dashboard is made: what it shows until somebody arranges it. */
export const dashboardPresets = ['manager', 'analyst', 'review'] as const;
export type DashboardPreset = (typeof dashboardPresets)[number];

/** What a dashboard is called while it has no name of its own; `own` is the one of a workspace from when there was but one. */
export const dashboardTitles = [...dashboardPresets, 'own'] as const;
export type DashboardTitle = (typeof dashboardTitles)[number];

export interface Dashboard {
  /** From 1, never used again within a workspace while the dashboard is there. */
  readonly id: number;
  /** As somebody wrote it; empty while it is called after its title. */
  readonly name: string;
  readonly title: DashboardTitle;
  /** Ids of KPIs in the order of their cards. */
  readonly kpis: readonly string[];
}

/** Ten KPIs or fewer each, as more are hard to take in at a glance; a meeting goes through six. */
export const presetKpis: Readonly<Record<DashboardPreset, readonly string[]>> = {
  manager: [
    'revenue',
    'bookings',
    'quota_attainment',
    'reps_at_quota',
    'win_rate',
    'average_deal_size',
    'sales_cycle_length',
    'lead_conversion_rate',
    'gross_margin',
    'price_index',
  ],
  analyst: [
    'gross_margin',
    'discount_rate',
    'price_index',
    'clv_historical',
    'repeat_purchase_rate',
    'churn_rate',
    'net_revenue_retention',
    'lead_conversion_rate',
    'sales_velocity',
    'activities_per_win',
  ],
  review: ['revenue', 'quota_attainment', 'reps_at_quota', 'pipeline_coverage', 'win_rate', 'churn_rate'],
};

/** @param carried the KPIs of a workspace from when there was but one dashboard; null where nobody had arranged it. */
export function firstDashboards(carried: readonly string[] | null): readonly Dashboard[] {
  const own = carried === null ? [] : [{ title: 'own' as const, kpis: carried }];
  const presets = dashboardPresets.map((title) => ({ title, kpis: presetKpis[title] }));
  return [...own, ...presets].map((dashboard, place) => ({ ...dashboard, id: place + 1, name: '' }));
}

export function withNew(
  dashboards: readonly Dashboard[],
  { name, kpis }: Pick<Dashboard, 'name' | 'kpis'>,
): { dashboards: readonly Dashboard[]; id: number } {
  const id = freeId(dashboards);
  return { dashboards: [...dashboards, { id, name, title: 'own', kpis }], id };
}

/**
 * Puts a copy under another name right after the dashboard.
 * @throws QuotabenchError `dashboardMissing`.
 */
export function withCopy(
  dashboards: readonly Dashboard[],
  { id, name }: Pick<Dashboard, 'id' | 'name'>,
): { dashboards: readonly Dashboard[]; id: number } {
  const original = dashboardOf(dashboards, id);
  const copy = { ...original, id: freeId(dashboards), name };
  return {
    dashboards: dashboards.flatMap((dashboard) => (dashboard === original ? [original, copy] : dashboard)),
    id: copy.id,
  };
}

/** @throws QuotabenchError `dashboardMissing`. */
export function withChanged(
  dashboards: readonly Dashboard[],
  id: number,
  changed: Partial<Pick<Dashboard, 'name' | 'kpis'>>,
): readonly Dashboard[] {
  const before = dashboardOf(dashboards, id);
  return dashboards.map((dashboard) => (dashboard === before ? { ...before, ...changed } : dashboard));
}

/** @throws QuotabenchError `dashboardMissing`; `lastDashboard` for the only one. */
export function without(dashboards: readonly Dashboard[], id: number): readonly Dashboard[] {
  const gone = dashboardOf(dashboards, id);
  if (dashboards.length === 1) throw new QuotabenchError('lastDashboard');
  return dashboards.filter((dashboard) => dashboard !== gone);
}

/**
 * Moves a dashboard to another place, counted from 0; places beyond the ends are the ends.
 * @throws QuotabenchError `dashboardMissing`.
 */
export function withMoved(dashboards: readonly Dashboard[], id: number, place: number): readonly Dashboard[] {
  const moved = dashboardOf(dashboards, id);
  const others = dashboards.filter((dashboard) => dashboard !== moved);
  const at = Math.max(0, Math.min(place, others.length));
  return [...others.slice(0, at), moved, ...others.slice(at)];
}

/** @throws QuotabenchError `dashboardMissing`. */
export function dashboardOf(dashboards: readonly Dashboard[], id: number): Dashboard {
  const found = dashboards.find((dashboard) => dashboard.id === id);
  if (found === undefined) throw new QuotabenchError('dashboardMissing');
  return found;
}

function freeId(dashboards: readonly Dashboard[]): number {
  return Math.max(0, ...dashboards.map(({ id }) => id)) + 1;
}
