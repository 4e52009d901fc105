import { Button, Skeleton, Text } from '@mantine/core';
import type { KpiCard as Card, KpiRow } from '@shared/ipc/kpi';
import { IconGauge, IconLayoutGrid } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { runCommand } from '../../app/commands';
import { usePeriod } from '../../app/period.store';
import { useFormat } from '../../app/use-format';
import { useRevision, useWorkspace } from '../../app/workspace.store';
import { EmptyState } from '../../components/EmptyState';
import { PageHeader } from '../../components/PageHeader';
import { PeriodPicker } from '../../components/PeriodPicker';
import { AlertStrip } from './AlertStrip';
import { ChooseKpisDialog } from './ChooseKpisDialog';
import { useDashboard } from './dashboard.store';
import { FilterStrip } from './FilterStrip';
import { KpiCard } from './KpiCard';
import { KpiFilterButton } from './KpiFilterButton';
import classes from './KpisPage.module.css';
import { useKpiFilter } from './kpi-filter.store';
import { OutsideData } from './OutsideData';
import { Problem } from './Problem';

/** More than these on one dashboard are hard to take in at a glance. */
const readableCards = 10;

/** The dashboard: the chosen KPIs of a period, each with its target, its change and its course. */
export function KpisPage() {
  const { t } = useTranslation('kpis');
  const format = useFormat();
  const workspace = useWorkspace((state) => state.workspace);
  const { range, choose } = usePeriod();
  const { from, to } = range;
  const revision = useRevision();
  const { filter } = useKpiFilter();
  const { dashboard, problem, load } = useDashboard();
  const [choosing, setChoosing] = useState(false);
  const path = workspace?.path ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision means other data under the same question
  useEffect(() => {
    if (path !== null) void load({ path, from, to, filter });
  }, [path, from, to, filter, revision, load]);

  if (workspace === null) return null;
  const own = dashboard?.question.path === path ? dashboard : null;
  return (
    <div className={classes.page}>
      <PageHeader title={t('title')}>
        <Button
          variant="default"
          h={34}
          leftSection={<IconLayoutGrid size={16} />}
          disabled={own === null}
          onClick={() => setChoosing(true)}
        >
          {t('choose')}
        </Button>
        <KpiFilterButton />
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
      ) : own === null ? (
        !problem && <Waiting />
      ) : (
        <Cards cards={own.cards} teams={own.teams} onChoose={() => setChoosing(true)} />
      )}
      {choosing && own && <ChooseKpisDialog chosen={own.chosen} onClose={() => setChoosing(false)} />}
    </div>
  );
}

interface CardsProps {
  readonly cards: readonly Card[];
  readonly teams: readonly KpiRow[];
  onChoose(): void;
}

function Cards({ cards, teams, onChoose }: CardsProps) {
  const { t } = useTranslation('kpis');
  if (cards.length === 0) {
    return (
      <EmptyState icon={IconGauge} title={t('empty.title')} explanation={t('empty.explanation')}>
        <Button onClick={onChoose}>{t('choose')}</Button>
      </EmptyState>
    );
  }
  return (
    <>
      <AlertStrip cards={cards} teams={teams} />
      <ul className={classes.cards} aria-label={t('title')}>
        {cards.map((card) => (
          <li key={card.id}>
            <KpiCard card={card} />
          </li>
        ))}
      </ul>
      {cards.length > readableCards && (
        <Text size="sm" c="dimmed" className={classes.hint}>
          {t('tooMany', { count: cards.length, readable: readableCards })}
        </Text>
      )}
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
