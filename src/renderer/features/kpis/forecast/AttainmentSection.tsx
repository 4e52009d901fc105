import { Skeleton, Text } from '@mantine/core';
import type { AttainmentForecast } from '@shared/forecast/attainment-forecast';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useDataEffect } from '../../../app/use-data-effect';
import { useFormat } from '../../../app/use-format';
import { useWorkspace } from '../../../app/workspace.store';
import { Chart, type ChartColors } from '../../../components/Chart';
import { FigureActions } from '../../../components/FigureActions';
import { FigureTableView } from '../../../components/FigureTableView';
import { writtenPeriod } from '../../../components/PeriodPicker';
import { useKpiFormat } from '../../../components/use-kpi-format';
import { KpiProblem } from '../KpiProblem';
import { KpiSection } from '../KpiSection';
import type { KpiSectionProps } from '../kpi-sections';
import { attainmentOption, mostBars } from './attainment-option';
import { FactList } from './FactList';
import classes from './ForecastSection.module.css';
import { useAttainmentForecast } from './forecast.store';
import { attainmentTable } from './forecast-tables';

/** What the quotas of the period, or of the open quarter, will come to. */
export function AttainmentSection({ path, range, filter }: KpiSectionProps) {
  const { t } = useTranslation('forecast');
  const { kept, problem, load } = useAttainmentForecast();
  const { from, to } = range;
  useDataEffect(() => {
    void load({ path, asked: { from, to, filter } });
  }, [path, from, to, filter, load]);
  if (problem) return <KpiProblem error={problem} />;
  if (kept?.path !== path) return <Skeleton height={420} radius="md" />;
  if (kept.answer === null) {
    return (
      <KpiSection title={t('forecast')}>
        <Text c="dimmed">{t('nothing.deals')}</Text>
      </KpiSection>
    );
  }
  return <AttainmentPanel forecast={kept.answer} />;
}

function AttainmentPanel({ forecast }: { readonly forecast: AttainmentForecast }) {
  const { t } = useTranslation('forecast');
  const format = useFormat();
  const kpiFormat = useKpiFormat();
  const fiscalYearStart = useWorkspace(({ workspace }) => workspace?.options.fiscalYearStart ?? 1);
  const { total, rows } = forecast;
  const money = useCallback(
    (value: number | null, compact = true) => kpiFormat.value(value, 'money', { compact }),
    [kpiFormat],
  );
  const option = useCallback(
    (colors: ChartColors) =>
      attainmentOption(forecast, colors, {
        money,
        name: (key) => key || t('kpis:unassigned'),
        names: {
          booked: t('booked'),
          fromOpen: t('fromOpen'),
          fromNew: t('fromNew'),
          interval: t('interval'),
          quota: t('quota'),
        },
      }),
    [forecast, money, t],
  );
  const table = useMemo(() => attainmentTable(forecast, t), [forecast, t]);
  const title = t('title.attainment', { period: writtenPeriod(forecast, format, fiscalYearStart) });
  const note = t('asOf', { date: format.date(forecast.asOf) });
  const facts = [
    {
      name: t('forecast'),
      value: money(total.forecast),
      note: t('between', { low: money(total.low), high: money(total.high) }),
    },
    { name: t('booked'), value: money(total.booked) },
    {
      name: t('fromOpen'),
      value: money(total.expected),
      note: t('openDeals', { count: total.openDeals, amount: money(total.openAmount) }),
    },
    { name: t('fromNew'), value: money(total.expectedNew) },
    ...(total.attainment === null
      ? []
      : [
          {
            name: t('fact.target.quota', { quota: money(total.quota) }),
            value: format.percent(total.attainment, 0),
            note: t('fact.chance', { chance: format.percent(total.chance, 0) }),
          },
        ]),
  ];
  return (
    <KpiSection
      title={title}
      beside={
        <FigureActions
          name={title}
          note={note}
          chart={{ height: heightOf(rows.length), option }}
          table={table}
        />
      }
    >
      <FactList facts={facts} />
      {rows.length > 0 && (
        <Chart
          description={[title, ...facts.map(({ name, value }) => `${name}: ${value}`)].join('. ')}
          height={heightOf(rows.length)}
          option={option}
        />
      )}
      <div className={classes.table}>
        <FigureTableView table={table} label={title} strong={[rows.length]} />
      </div>
      <div className={classes.notes}>
        <p>
          {note} {t(`odds.${forecast.oddsBy}`)}
        </p>
        {total.quota === null && <p>{t('noQuota')}</p>}
      </div>
    </KpiSection>
  );
}

function heightOf(bars: number): number {
  return 64 + 30 * Math.min(bars, mostBars);
}
