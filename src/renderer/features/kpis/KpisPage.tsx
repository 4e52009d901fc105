import { Button, Skeleton, Text } from '@mantine/core';
import type { Dashboard } from '@shared/dashboard/dashboard';
import type { DateRange } from '@shared/model/calendar-date';
import { IconGauge, IconLayoutGrid, IconMathFunction, IconPresentation } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { runCommand } from '../../app/commands';
import { useKpiCatalogue } from '../../app/kpi-catalogue.store';
import { usePeriod } from '../../app/period.store';
import { useWorkspace } from '../../app/workspace.store';
import { ComparisonPicker } from '../../components/ComparisonPicker';
import { EmptyState } from '../../components/EmptyState';
import { PageHeader } from '../../components/PageHeader';
import { PeriodPicker } from '../../components/PeriodPicker';
import { AlertList } from './AlertList';
import { BrokenKpis } from './BrokenKpis';
import { CardGrid } from './CardGrid';
import { ChooseKpisDialog } from './ChooseKpisDialog';
import { DashboardTabs } from './DashboardTabs';
import { useDashboard } from './dashboard.store';
import { useDashboardName } from './dashboard-name';
import { useDashboards } from './dashboards.store';
import { FilterStrip } from './FilterStrip';
import { KpiFilterButton } from './KpiFilterButton';
import { KpiProblem } from './KpiProblem';
import classes from './KpisPage.module.css';
import { OutsideData } from './OutsideData';
import { useAlertsOf, useCards, useDashboardOf } from './use-dashboard';

/** More than these on one dashboard are hard to take in at a glance. */
const readableCards = 10;

/** The dashboards: the chosen KPIs of a period, each with its target, its change and its course, and what is to be looked at. */
export function KpisPage() {
  const { t } = useTranslation('kpis');
  const workspace = useWorkspace((state) => state.workspace);
  const { range, choose } = usePeriod();
  const dashboard = useDashboardOf(workspace?.path ?? null);
  const problem = useDashboard((state) => state.problem);
  const broken = useKpiCatalogue((state) => state.broken);
  const [choosing, setChoosing] = useState(false);
  const arrange = useDashboards((state) => state.arrange);

  if (workspace === null) return null;
  return (
    <div className={classes.page}>
      <PageHeader title={t('title')}>
        <KpiFilterButton />
        <ComparisonPicker range={range} />
        <PeriodPicker value={range} onChange={choose} />
      </PageHeader>
      <FilterStrip />
      <OutsideData range={range} data={workspace.dataRange} choose={choose} />
      {problem && <KpiProblem error={problem} />}
      <BrokenKpis broken={broken} />
      {workspace.dataRange === null ? (
        <NoData />
      ) : dashboard === null ? (
        !problem && <Waiting />
      ) : (
        <DashboardTabs current={dashboard} actions={<Actions onChoose={() => setChoosing(true)} />}>
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

function Actions({ onChoose }: { onChoose(): void }) {
  const { t } = useTranslation('kpis');
  return (
    <>
      <Button
        variant="default"
        size="xs"
        h={30}
        leftSection={<IconPresentation size={15} />}
        onClick={() => runCommand('view.review')}
      >
        {t('review')}
      </Button>
      <DefineButton />
      <Button
        variant="default"
        size="xs"
        h={30}
        leftSection={<IconLayoutGrid size={15} />}
        onClick={onChoose}
      >
        {t('choose')}
      </Button>
    </>
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
      {alerts === null ? (
        <Skeleton className={classes.alerts} height={150} radius="md" />
      ) : (
        <AlertList alerts={alerts} kpis={dashboard.kpis} />
      )}
      {dashboard.kpis.length > readableCards && (
        <Text size="sm" c="dimmed" className={classes.hint}>
          {t('tooMany', { count: dashboard.kpis.length, readable: readableCards })}
        </Text>
      )}
      <CardGrid
        name={name}
        kpis={dashboard.kpis}
        cards={cards}
        onArrange={(kpis) => void arrange(dashboard.id, kpis)}
      />
    </>
  );
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
