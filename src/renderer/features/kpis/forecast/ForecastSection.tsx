import { Group, SegmentedControl, Skeleton, Text } from '@mantine/core';
import type { Accuracy, Backtest } from '@shared/forecast/backtest';
import type { Outlook, ProgressForecast } from '@shared/forecast/progress-forecast';
import { useCallback, useMemo, useState } from 'react';
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
import { FactList, type ForecastFact } from './FactList';
import classes from './ForecastSection.module.css';
import { useProgressForecast } from './forecast.store';
import { progressTable } from './forecast-tables';
import { type ProgressView, progressOption, progressViews } from './progress-option';

/** How revenue will go in the open month and the rest of its year, and how far that can be believed. */
export function ForecastSection({ path, filter }: KpiSectionProps) {
  const { t } = useTranslation('forecast');
  const { kept, problem, load } = useProgressForecast();
  useDataEffect(() => {
    void load({ path, asked: { filter } });
  }, [path, filter, load]);
  if (problem) return <KpiProblem error={problem} />;
  if (kept?.path !== path) return <Skeleton height={420} radius="md" />;
  if (kept.answer === null) {
    return (
      <KpiSection title={t('forecast')}>
        <Text c="dimmed">{t('nothing.revenue')}</Text>
      </KpiSection>
    );
  }
  return <ProgressPanel forecast={kept.answer} />;
}

function ProgressPanel({ forecast }: { readonly forecast: ProgressForecast }) {
  const { t } = useTranslation('forecast');
  const format = useFormat();
  const kpiFormat = useKpiFormat();
  const [view, setView] = useState<ProgressView>('months');
  const option = useCallback(
    (colors: ChartColors) =>
      progressOption(forecast, view, colors, {
        money: (value, compact) => kpiFormat.value(value, 'money', { compact }),
        period: format.period,
        names: {
          actual: t('actual'),
          forecast: t('forecast'),
          interval: t('interval'),
          target: t('target'),
        },
      }),
    [forecast, view, format, kpiFormat, t],
  );
  const table = useMemo(() => progressTable(forecast, t, format.period), [forecast, t, format]);
  const fiscalYearStart = useWorkspace(({ workspace }) => workspace?.options.fiscalYearStart ?? 1);
  const yearName = writtenPeriod(forecast.year, format, fiscalYearStart);
  const facts = useFacts(forecast, yearName);
  const title = t('title', { year: yearName });
  const note = t('asOf', { date: format.date(forecast.asOf) });
  return (
    <KpiSection
      title={title}
      beside={
        <Group gap="xs">
          <SegmentedControl
            size="xs"
            aria-label={t('view')}
            value={view}
            data={progressViews.map((value) => ({ value, label: t(`view.${value}`) }))}
            onChange={(value) => setView(progressViews.find((known) => known === value) ?? view)}
          />
          <FigureActions name={title} note={note} chart={{ height: 420, option }} table={table} />
        </Group>
      }
    >
      <FactList facts={facts} />
      <Chart
        description={[
          title,
          ...facts.map(({ name, value, note: of }) => `${name}: ${value} ${of ?? ''}`),
        ].join('. ')}
        height={300}
        option={option}
      />
      <div className={classes.table}>
        <FigureTableView table={table} label={title} />
      </div>
      <div className={classes.notes}>
        <p>
          {note} <ModelNote forecast={forecast} />
        </p>
        <p>
          {forecast.backtest ? (
            <BacktestNote backtest={forecast.backtest} />
          ) : (
            forecast.model && t('backtest.none')
          )}
        </p>
        <p>{t('targets')}</p>
      </div>
    </KpiSection>
  );
}

function useFacts(forecast: ProgressForecast, year: string): readonly ForecastFact[] {
  const { t } = useTranslation('forecast');
  const format = useFormat();
  const kpiFormat = useKpiFormat();
  const { runRate, yearEnd, openMonth } = forecast;
  const open = forecast.months.find(({ key }) => key === openMonth);
  const money = (value: number): string => kpiFormat.value(value, 'money', { compact: true });
  const between = ({ low, high }: Outlook): string => t('between', { low: money(low), high: money(high) });
  const month = format.period(openMonth);
  return [
    ...(open?.forecast
      ? [
          {
            name: t('fact.month', { month }),
            value: money(open.forecast.value),
            note: between(open.forecast),
          },
        ]
      : []),
    ...(runRate
      ? [
          {
            name: t('fact.runRate', { month }),
            value: money(runRate.value),
            note: t('fact.runRate.note', { done: runRate.daysDone, count: runRate.days }),
          },
        ]
      : []),
    ...(yearEnd
      ? [
          {
            name: t('fact.year', { year }),
            value: money(yearEnd.outlook.value),
            note: between(yearEnd.outlook),
          },
        ]
      : []),
    ...(yearEnd && yearEnd.target !== null && yearEnd.chance !== null
      ? [
          {
            name: t('fact.target', { target: money(yearEnd.target) }),
            value: format.percent(yearEnd.outlook.value / yearEnd.target, 0),
            note: t('fact.chance', { chance: format.percent(yearEnd.chance, 0) }),
          },
        ]
      : []),
  ];
}

/** By what the forecast was made, and why not by something better. */
function ModelNote({ forecast: { model } }: { readonly forecast: ProgressForecast }) {
  const { t } = useTranslation('forecast');
  const format = useFormat();
  if (model === null) return t('model.none');
  const { parameters, months, seasonality, aic } = model;
  const values = Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, format.number(value, 3)]),
  );
  return (
    <>
      {t(`model.${model.method}`, {
        ...values,
        count: months,
        growth: format.signedPercent((parameters.growth ?? 1) - 1),
      })}{' '}
      {seasonality !== null &&
        (aic?.additive != null && aic.multiplicative != null
          ? t(`model.by_aic.${seasonality}`, {
              additive: format.number(aic.additive, 1),
              multiplicative: format.number(aic.multiplicative, 1),
            })
          : t(`model.only.${seasonality}`))}
    </>
  );
}

function BacktestNote({ backtest: { forecasts, origins, model, naive } }: { readonly backtest: Backtest }) {
  const { t } = useTranslation('forecast');
  const format = useFormat();
  const written = ({ mape, mase }: Accuracy) => ({
    mape: format.percent(mape, 1),
    mase: format.number(mase, 2),
  });
  const [own, last] = [written(model), written(naive)];
  const isBetter = model.mase !== null && naive.mase !== null && model.mase < naive.mase;
  return (
    <>
      {t('backtest', { count: forecasts, origins, mape: own.mape, mase: own.mase })}{' '}
      {t(isBetter ? 'backtest.better' : 'backtest.worse', last)}
    </>
  );
}
