import type { Dashboard } from '@shared/dashboard/dashboard';
import type { KpiCard as Card } from '@shared/ipc/kpi';
import type { KpiAlert } from '@shared/kpi/alert';
import type { DateRange } from '@shared/model/calendar-date';
import { useEffect } from 'react';
import { useRevision } from '../../app/workspace.store';
import { useAlerts } from './alerts.store';
import { useDashboard } from './dashboard.store';
import { useCurrentDashboard, useDashboards } from './dashboards.store';
import { useKpiFilter } from './kpi-filter.store';

/** The dashboard that is shown, read anew with each change of the workspace; null before it is there. */
export function useDashboardOf(path: string | null): Dashboard | null {
  const revision = useRevision();
  const load = useDashboards((state) => state.load);
  useEffect(() => {
    if (path !== null) void load({ path, revision });
  }, [path, revision, load]);
  return useCurrentDashboard(path);
}

/**
 * The cards by KPI; those of the last question stay until the next is answered. Null before there are any. They are asked for when
 * the dashboards have been read, so that one change of the workspace is one question.
 */
export function useCards(
  path: string,
  { kpis }: Dashboard,
  { from, to }: DateRange,
): ReadonlyMap<string, Card> | null {
  const { filter } = useKpiFilter();
  const { answer, load } = useDashboard();
  const revision = useDashboards(({ read }) => read?.revision);
  // Which KPIs, in whatever order: a card that is moved is not another question.
  const asked = [...kpis].sort().join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision means other data under the same question
  useEffect(() => {
    if (asked !== '') void load({ path, from, to, filter, kpis: asked.split(' ') });
  }, [path, from, to, filter, asked, revision, load]);
  if (answer?.question.path !== path) return null;
  return new Map(answer.cards.map((card) => [card.id, card]));
}

/**
 * Those of the last question stay until the next is answered. Null before there are any. They are asked for when the cards are there,
 * which do not wait for them: whoever moves quickly through periods has the cards of each, and the alerts of the last.
 */
export function useAlertsOf(path: string, { from, to }: DateRange): readonly KpiAlert[] | null {
  const { filter } = useKpiFilter();
  const { answer, load } = useAlerts();
  const shown = useDashboard((state) => state.answer);
  useEffect(() => {
    const cards = shown?.question;
    if (cards?.path !== path || cards.from !== from || cards.to !== to || cards.filter !== filter) return;
    void load({ path, from, to, filter });
  }, [path, from, to, filter, shown, load]);
  return answer?.question.path === path ? answer.alerts : null;
}
