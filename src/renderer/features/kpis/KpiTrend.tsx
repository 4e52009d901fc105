import { Group, SegmentedControl, Text, Title } from '@mantine/core';
import { cellFormatOf } from '@shared/kpi/cell-format';
import type { FigureTable, TableColumn } from '@shared/model/table-cell';
import type { TFunction } from 'i18next';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useComparison } from '../../app/comparison.store';
import { useFormat } from '../../app/use-format';
import { Chart, type ChartColors } from '../../components/Chart';
import { FigureActions } from '../../components/FigureActions';
import { useKpiFormat } from '../../components/use-kpi-format';
import classes from './KpiDetailPage.module.css';
import type { KpiDetail } from './kpi-detail.store';
import { trendOption } from './trend-option';
import { type TrendStep, trendSteps } from './trend-range';

interface TrendWords {
  readonly name: string;
  /** What the earlier values are called. */
  readonly earlierName: string;
  period(key: string): string;
  readonly t: TFunction<'kpis'>;
}

/** The course as a table: a row for each period, with its target and what it is compared with where there is one. */
function trendTable({ trend: { rows, unit }, earlier }: KpiDetail, words: TrendWords): FigureTable {
  const { name, earlierName, period, t } = words;
  const targets = rows.some(({ target }) => target !== null);
  const heading = (text: string): TableColumn => ({ heading: text, format: cellFormatOf[unit] });
  return {
    columns: [
      { heading: t('components:period'), format: 'general' },
      heading(name),
      ...(targets ? [heading(t('kpis:target'))] : []),
      ...(earlier
        ? [{ heading: t('kpis:trend.compared'), format: 'general' } as const, heading(earlierName)]
        : []),
    ],
    rows: rows.map(({ key, value, target }, place) => {
      const before = earlier?.[place];
      return [
        period(key),
        value,
        ...(targets ? [target] : []),
        ...(before ? [before.key === null ? '' : period(before.key), before.value] : []),
      ];
    }),
  };
}

interface KpiTrendProps {
  readonly detail: KpiDetail;
  readonly step: TrendStep;
  onStep(step: TrendStep): void;
}

/** The KPI's course, with its target, its benchmark and the chosen period standing out. */
export function KpiTrend({ detail, step, onStep }: KpiTrendProps) {
  const { t } = useTranslation('kpis');
  const format = useFormat();
  const kpiFormat = useKpiFormat();
  const { trend, question, result } = detail;
  const name = t(`${result.id}.name`);
  const { comparison } = useComparison();
  const earlierName = comparison === 'none' ? '' : t(`trend.${comparison}`);
  const option = useCallback(
    (colors: ChartColors) =>
      trendOption(detail, colors, {
        value: (value, compact) => kpiFormat.value(value, detail.result.unit, { compact }),
        period: format.period,
        names: { value: name, target: t('target'), benchmark: t('benchmark'), earlier: earlierName },
      }),
    [detail, format, kpiFormat, name, earlierName, t],
  );
  const table = useMemo(
    () => trendTable(detail, { name, earlierName, period: format.period, t }),
    [detail, name, earlierName, format, t],
  );
  const isEmpty =
    trend.rows.every(({ value, target }) => value === null && target === null) &&
    (detail.earlier ?? []).every(({ value }) => value === null);
  const last = trend.rows.at(-1);
  const description = t('trend.description', {
    kpi: name,
    step: t(`dimension.${question.step}`).toLowerCase(),
    from: format.date(trend.from),
    to: format.date(trend.to),
    last: kpiFormat.value(last?.value ?? null, trend.unit),
    period: last ? format.period(last.key) : '',
  });
  return (
    <section className={classes.panel} aria-label={t('trend')}>
      <div className={classes.panelHead}>
        <Title order={2} size="h5">
          {t('trend')}
        </Title>
        <Group gap="xs">
          <SegmentedControl
            size="xs"
            aria-label={t('trend.step')}
            value={step}
            data={trendSteps.map((value) => ({ value, label: t(`dimension.${value}`) }))}
            onChange={(value) => onStep(trendSteps.find((candidate) => candidate === value) ?? step)}
          />
          {!isEmpty && (
            <FigureActions
              name={`${name} – ${t('trend')}`}
              note={`${format.date(trend.from)} – ${format.date(trend.to)}`}
              chart={{ height: 420, option }}
              table={table}
            />
          )}
        </Group>
      </div>
      {isEmpty ? (
        <Text c="dimmed">{t('trend.nothing')}</Text>
      ) : (
        <Chart description={description} height={320} grows option={option} />
      )}
    </section>
  );
}
