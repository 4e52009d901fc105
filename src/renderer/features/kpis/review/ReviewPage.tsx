import { ActionIcon, Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconGauge, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Place, useNavigation } from '../../../app/navigation.store';
import { usePeriod } from '../../../app/period.store';
import { useFormat } from '../../../app/use-format';
import { useWorkspace } from '../../../app/workspace.store';
import { EmptyState } from '../../../components/EmptyState';
import { writtenPeriod } from '../../../components/PeriodPicker';
import { useDashboardName } from '../dashboard-name';
import { useKpiFilter } from '../kpi-filter.store';
import { useAlertsOf, useCards, useDashboardOf } from '../use-dashboard';
import { ReviewedKpi } from './ReviewedKpi';
import classes from './ReviewPage.module.css';
import { startReview, useReview } from './review.store';
import { pageAfter, type ReviewStep, reviewStep } from './review-keys';

interface ReviewPageProps {
  /** Where the review was started from, and leads back to. */
  readonly back: Place;
}

/** The KPIs of the dashboard for a meeting: one at a time, over the whole screen, gone through by key. */
export function ReviewPage({ back }: ReviewPageProps) {
  const path = useWorkspace(({ workspace }) => workspace?.path ?? null);
  const dashboard = useDashboardOf(path);
  useFilledScreen();
  if (path === null || dashboard === null) return <div className={classes.review} />;
  return <Review key={path} path={path} dashboard={dashboard} back={back} />;
}

/** The window fills the screen while the review is on. */
function useFilledScreen(): void {
  const fillScreen = useReview((state) => state.fillScreen);
  useEffect(() => {
    startReview();
    void fillScreen(true);
    return () => void fillScreen(false);
  }, [fillScreen]);
}

interface ReviewProps extends ReviewPageProps {
  readonly path: string;
  readonly dashboard: NonNullable<ReturnType<typeof useDashboardOf>>;
}

function Review({ path, dashboard, back }: ReviewProps) {
  const { t } = useTranslation('kpis');
  const go = useNavigation((state) => state.go);
  const { range } = usePeriod();
  const cards = useCards(path, dashboard, range);
  const alerts = useAlertsOf(path, range);
  const started = back.page === 'kpi' ? dashboard.kpis.indexOf(back.kpi) : 0;
  const [page, setPage] = useState(Math.max(0, started));
  const count = dashboard.kpis.length;
  const shown = Math.min(page, Math.max(count - 1, 0));
  const take = (step: ReviewStep) => {
    if (step === 'leave') go(back);
    else setPage(pageAfter(step, shown, count));
  };
  useKeys(take);
  const card = cards?.get(dashboard.kpis[shown] ?? '');
  return (
    <main className={classes.review} aria-label={t('review')}>
      <Head dashboard={dashboard} leave={() => take('leave')} />
      {count === 0 ? (
        <EmptyState icon={IconGauge} title={t('empty.title')} explanation={t('empty.explanation')}>
          <Button onClick={() => take('leave')}>{t('review.leave')}</Button>
        </EmptyState>
      ) : card === undefined ? (
        <div className={classes.page} role="status" aria-label={t('loading')} />
      ) : (
        <ReviewedKpi
          key={card.id}
          path={path}
          card={card}
          alerts={alerts ?? []}
          next={dashboard.kpis[shown + 1] ?? null}
        />
      )}
      <footer className={classes.foot}>
        <Turn
          label={t('review.previous')}
          icon={IconChevronLeft}
          disabled={shown === 0}
          turn={() => take('previous')}
        />
        <span aria-live="polite">{t('review.page', { page: count === 0 ? 0 : shown + 1, count })}</span>
        <Turn
          label={t('review.next')}
          icon={IconChevronRight}
          disabled={shown >= count - 1}
          turn={() => take('next')}
        />
      </footer>
    </main>
  );
}

function useKeys(take: (step: ReviewStep) => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const step = reviewStep(event);
      if (step === null || document.querySelector('[role="dialog"]') !== null) return;
      event.preventDefault();
      take(step);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  });
}

/** Whose figures these are, of when, and narrowed to what. */
function Head({ dashboard, leave }: Pick<ReviewProps, 'dashboard'> & { leave(): void }) {
  const { t } = useTranslation('kpis');
  const format = useFormat();
  const { range } = usePeriod();
  const { filter } = useKpiFilter();
  const workspace = useWorkspace((state) => state.workspace);
  const name = useDashboardName()(dashboard);
  const period = writtenPeriod(range, format, workspace?.options.fiscalYearStart);
  return (
    <header className={classes.head}>
      <span>{[workspace?.name, name, period, ...Object.values(filter).flat()].join(' · ')}</span>
      <ActionIcon variant="subtle" color="gray" size={44} aria-label={t('review.leave')} onClick={leave}>
        <IconX size={26} />
      </ActionIcon>
    </header>
  );
}

interface TurnProps {
  readonly label: string;
  readonly icon: typeof IconX;
  readonly disabled: boolean;
  turn(): void;
}

function Turn({ label, icon: Drawing, disabled, turn }: TurnProps) {
  return (
    <ActionIcon variant="default" size={48} aria-label={label} disabled={disabled} onClick={turn}>
      <Drawing size={26} />
    </ActionIcon>
  );
}
