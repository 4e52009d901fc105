import type { KpiCard } from '@shared/ipc/kpi';
import { type KpiAlert, kpiOfAlert, sortedAlerts } from '@shared/kpi/alert';
import { bestAndWorst } from '@shared/kpi/best-and-worst';
import { rowDimensions } from '@shared/kpi/declaration';
import { comparedRange } from '@shared/model/comparison';
import { type CSSProperties, useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useComparison } from '../../../app/comparison.store';
import { useKpis } from '../../../app/kpi-catalogue.store';
import { usePeriod } from '../../../app/period.store';
import { useFormat } from '../../../app/use-format';
import { useRevision } from '../../../app/workspace.store';
import { Chart, type ChartColors } from '../../../components/Chart';
import { StatusMark } from '../../../components/StatusMark';
import { useKpiFormat } from '../../../components/use-kpi-format';
import { AlertMark, keyOf as keyOfAlert } from '../AlertList';
import { ComparedChange } from '../ComparedChange';
import { firstSplit } from '../first-split';
import { useKpiFilter } from '../kpi-filter.store';
import { useAlertText } from '../use-alert-text';
import { courseOption } from './course-option';
import { PartList } from './PartList';
import classes from './ReviewPage.module.css';
import { keyOf, type PartsQuestion, useReview } from './review.store';

/** Parts of each kind that a page shows, and notes. */
const shownParts = 3;
const shownNotes = 3;

interface ReviewedKpiProps {
  readonly path: string;
  readonly card: KpiCard;
  readonly alerts: readonly KpiAlert[];
  /** The KPI that is likely to be looked at next. */
  readonly next: string | null;
}

/** One KPI to be read from the far end of the room: value, target, change, course, best and worst parts, and what to look at. */
export function ReviewedKpi({ path, card, alerts, next }: ReviewedKpiProps) {
  const { t } = useTranslation('kpis');
  const format = useKpiFormat();
  const kpi = useKpis()(card.id);
  const { id, unit, value, target, status, benchmark } = card;
  const { by, rows } = useParts(path, id, next);
  const { best, worst } = bestAndWorst(rows, { direction: kpi.direction, target }, shownParts);
  const isRanked = kpi.direction !== 'near' || target !== null;
  const dimension = by === null ? '' : t(`dimension.${by}`).toLowerCase();
  const written = format.value(value, unit, { compact: true });
  return (
    <article className={classes.page}>
      <section className={classes.main}>
        <h1>{t(`${id}.name`)}</h1>
        <div
          className={classes.value}
          style={{ '--characters': Math.max(written.length, 4) } as CSSProperties}
        >
          {written}
        </div>
        {value === null && <p>{t(`noValue.${id}`)}</p>}
        <Change card={card} direction={kpi.direction} />
        <div className={classes.target}>
          <StatusMark status={status} large />
          <span>
            {target === null
              ? t('status.none')
              : t('review.target', { value: format.value(target, unit, { compact: true }) })}
          </span>
        </div>
        {benchmark !== null && (
          <p>{t('review.benchmark', { value: format.value(benchmark, unit, { compact: true }) })}</p>
        )}
      </section>
      <section className={classes.side}>
        <Course card={card} />
        {rows.length > 1 && (
          <div className={classes.parts}>
            <PartList
              card={card}
              rows={best}
              title={t(isRanked ? 'review.best' : 'review.highest', { dimension })}
            />
            <PartList
              card={card}
              rows={worst}
              title={t(isRanked ? 'review.worst' : 'review.lowest', { dimension })}
            />
          </div>
        )}
      </section>
      <Notes kpi={id} alerts={alerts} />
    </article>
  );
}

function Change({
  card,
  direction,
}: Pick<ReviewedKpiProps, 'card'> & Pick<ReturnType<ReturnType<typeof useKpis>>, 'direction'>) {
  const { comparison } = useComparison();
  const range = comparedRange(comparison, card);
  if (range === null || card.value === null) return null;
  const before = comparison === 'lastYear' ? card.lastYear : card.previous;
  return (
    <div className={classes.change}>
      <ComparedChange {...card} direction={direction} before={before} range={range} />
    </div>
  );
}

/** The months up to the end of the period. */
function Course({ card: { id, unit, sparkline } }: Pick<ReviewedKpiProps, 'card'>) {
  const { t } = useTranslation('kpis');
  const format = useKpiFormat();
  const plain = useFormat();
  const name = t(`${id}.name`);
  const option = useCallback(
    (colors: ChartColors) =>
      courseOption(sparkline, colors, {
        name,
        value: (value) => format.value(value, unit, { compact: true }),
        month: plain.period,
      }),
    [sparkline, name, format, unit, plain],
  );
  const last = sparkline.at(-1);
  if (sparkline.length < 2 || last === undefined) return null;
  const description = t('review.course', {
    kpi: name,
    count: sparkline.length,
    month: plain.period(last.key),
    value: format.value(last.value, unit),
  });
  return <Chart description={description} height={200} grows option={option} />;
}

/** What is alerting about the KPI. */
function Notes({ kpi, alerts }: { readonly kpi: string; readonly alerts: readonly KpiAlert[] }) {
  const { t } = useTranslation('kpis');
  const write = useAlertText();
  const own = sortedAlerts(
    alerts.filter((alert) => kpiOfAlert(alert) === kpi),
    [],
  );
  if (own.length === 0) return null;
  const hidden = own.length - shownNotes;
  return (
    <section className={classes.notes} aria-label={t('alerts')}>
      <ul>
        {own.slice(0, shownNotes).map((alert) => (
          <li key={keyOfAlert(alert)}>
            <AlertMark alert={alert} />
            <span>{write(alert)}</span>
          </li>
        ))}
      </ul>
      {hidden > 0 && <p>{t('review.moreNotes', { count: hidden })}</p>}
    </section>
  );
}

/** The parts of a KPI, and ahead of time those of the next one. */
function useParts(path: string, kpi: string, next: string | null) {
  const { from, to } = usePeriod().range;
  const { filter } = useKpiFilter();
  const revision = useRevision();
  const kpiOf = useKpis();
  const { parts, load } = useReview();
  const questionOf = (id: string): PartsQuestion | null => {
    const dimensions = rowDimensions.filter((dimension) => kpiOf(id).dimensions.includes(dimension));
    const by = firstSplit(dimensions, filter);
    return by === null ? null : { path, revision, kpi: id, by, from, to, filter };
  };
  const own = questionOf(kpi);
  const following = next === null ? null : questionOf(next);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each question is asked once, whenever it comes up
  useEffect(() => {
    if (own !== null) void load(own);
    if (following !== null) void load(following);
  }, [own && keyOf(own), following && keyOf(following), load]);
  return { by: own?.by ?? null, rows: own === null ? [] : (parts[keyOf(own)] ?? []) };
}
