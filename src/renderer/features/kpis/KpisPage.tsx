import { Button, Skeleton, Text } from '@mantine/core';
import type { Dashboard } from '@shared/dashboard/dashboard';
import type { KpiCard as Card } from '@shared/ipc/kpi';
import type { DateRange } from '@shared/model/calendar-date';
import { IconGauge, IconLayoutGrid, IconMathFunction } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { runCommand } from '../../app/commands';
import { usePeriod } from '../../app/period.store';
import { useFormat } from '../../app/use-format';
import { useRevision, useWorkspace } from '../../app/workspace.store';
import { ComparisonPicker } from '../../components/ComparisonPicker';
import { EmptyState } from '../../components/EmptyState';
import { PageHeader } from '../../components/PageHeader';
import { PeriodPicker } from '../../components/PeriodPicker';
import { AlertList } from './AlertList';
import { useAlerts } from './alerts.store';
import { CardGrid } from './CardGrid';
import { ChooseKpisDialog } from './ChooseKpisDialog';
import { DashboardTabs } from './DashboardTabs';
import { useDashboard } from './dashboard.store';
import { useDashboardName } from './dashboard-name';
import { useCurrentDashboard, useDashboards } from './dashboards.store';
import { FilterStrip } from './FilterStrip';
import { KpiFilterButton } from './KpiFilterButton';
import classes from './KpisPage.module.css';
import { useKpiFilter } from './kpi-filter.store';
import { OutsideData } from './OutsideData';
import { Problem } from './Problem';

/** More than these on one dashboard are hard to take in at a glance. */
const readableCards = 10;

/** The dashboards: the chosen KPIs of a period, each with its target, its change and its course, and what is to be looked at. */
export function KpisPage() {
  const { t } = useTranslation('kpis');
  const format = useFormat();
  const workspace = useWorkspace((state) => state.workspace);
  const { range, choose } = usePeriod();
  const dashboard = useDashboardOf(workspace?.path ?? null);
  const problem = useDashboard((state) => state.problem);
  const [choosing, setChoosing] = useState(false);
  const arrange = useDashboards((state) => state.arrange);

  if (workspace === null) return null;
  return (
    <div className={classes.page}>
      <PageHeader title={t('title')}>
        <KpiFilterButton />
        <ComparisonPicker range={range} />
        <PeriodPicker
          value={range}
          format={format}
          fiscalYearStart={workspace.options.fiscalYearStart}
          dataRange={workspace.dataRange}
          onChange={choose}
        />
      </PageHeader>
      <FilterStrip />
      <OutsideData range={range} data={workspace.dataRange} choose={choose} />
      {problem && <Problem error={problem} />}
      {workspace.dataRange === null ? (
        <NoData />
      ) : dashboard === null ? (
        !problem && <Waiting />
      ) : (
        <DashboardTabs
          current={dashboard}
          actions={
            <>
              <DefineButton />
              <ChooseButton onChoose={() => setChoosing(true)} />
            </>
          }
        >
          <Content
            path={workspace.path}
            dashboard={dashboard}
            range={range}
            onChoose={() => setChoosing(true)}
          />
        </DashboardTabs>
      )}
      {choosing && dashboard && (
        <ChooseKpisDialog
          chosen={dashboard.kpis}
          onChoose={(kpis) => void arrange(dashboard.id, kpis)}
          onClose={() => setChoosing(false)}
        />
      )}
    </div>
  );
}

function ChooseButton({ onChoose }: { onChoose(): void }) {
  const { t } = useTranslation('kpis');
  return (
    <Button variant="default" size="xs" h={30} leftSection={<IconLayoutGrid size={15} />} onClick={onChoose}>
      {t('choose')}
    </Button>
  );
}

function DefineButton() {
  const { t } = useTranslation('kpis');
  return (
    <Button
      variant="default"
      size="xs"
      h={30}
      leftSection={<IconMathFunction size={15} />}
      onClick={() => runCommand('kpi.define')}
    >
      {t('own.define')}
    </Button>
  );
}

/** The dashboard that is shown, read anew with each change of the workspace; null before it is there. */
function useDashboardOf(path: string | null): Dashboard | null {
  const revision = useRevision();
  const load = useDashboards((state) => state.load);
  useEffect(() => {
    if (path !== null) void load({ path, revision });
  }, [path, revision, load]);
  return useCurrentDashboard(path);
}

interface ContentProps {
  readonly path: string;
  readonly dashboard: Dashboard;
  readonly range: DateRange;
  onChoose(): void;
}

function Content({ path, dashboard, range, onChoose }: ContentProps) {
  const { t } = useTranslation('kpis');
  const name = useDashboardName()(dashboard);
  const arrange = useDashboards((state) => state.arrange);
  const cards = useCards(path, dashboard, range);
  const alerts = useAlertsOf(path, range);
  if (dashboard.kpis.length === 0) {
    return (
      <EmptyState icon={IconGauge} title={t('empty.title')} explanation={t('empty.explanation')}>
        <Button onClick={onChoose}>{t('choose')}</Button>
      </EmptyState>
    );
  }
  if (cards === null) return <Waiting />;
  return (
    <>
      <AlertList alerts={alerts} kpis={dashboard.kpis} />
      <CardGrid name={name} cards={cards} onArrange={(kpis) => void arrange(dashboard.id, kpis)} />
      {cards.length > readableCards && (
        <Text size="sm" c="dimmed" className={classes.hint}>
          {t('tooMany', { count: cards.length, readable: readableCards })}
        </Text>
      )}
    </>
  );
}

/**
 * The cards in the dashboard's order; those of the last question stay until the next is answered. Null before there are any. They are
 * asked for when the dashboards have been read, so that one change of the workspace is one question.
 */
function useCards(path: string, { kpis }: Dashboard, { from, to }: DateRange): readonly Card[] | null {
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
  const cards = kpis.flatMap((id) => answer.cards.find((card) => card.id === id) ?? []);
  return cards.length === 0 ? null : cards;
}

/** Those of the last question stay until the next is answered; asked after the cards, which do not wait for them. */
function useAlertsOf(path: string, { from, to }: DateRange) {
  const { filter } = useKpiFilter();
  const { answer, load } = useAlerts();
  const revision = useDashboards(({ read }) => read?.revision);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision means other data under the same question
  useEffect(() => {
    void load({ path, from, to, filter });
  }, [path, from, to, filter, revision, load]);
  return answer?.question.path === path ? answer.alerts : [];
}

function NoData() {
  const { t } = useTranslation('kpis');
  return (
    <EmptyState icon={IconGauge} title={t('noData.title')} explanation={t('noData.explanation')}>
      <Button onClick={() => runCommand('import.choose')}>{t('noData.import')}</Button>
    </EmptyState>
  );
}

function Waiting() {
  const { t } = useTranslation('kpis');
  return (
    <div className={classes.cards} role="status" aria-label={t('loading')}>
      {Array.from({ length: 8 }, (_, place) => `card ${place}`).map((key) => (
        <Skeleton key={key} height={148} radius="md" />
      ))}
    </div>
  );
}
