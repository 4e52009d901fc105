import { Table, Text } from '@mantine/core';
import {
  daysOfMonth,
  type RetentionCurve,
  type RetentionReport,
} from '@shared/kpi/retention/retention-report';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/use-format';
import { Chart, type ChartColors } from '../../../components/Chart';
import { FigureActions } from '../../../components/FigureActions';
import classes from '../KpiDetailPage.module.css';
import { KpiSection } from '../KpiSection';
import { survivalFigure } from './retention-tables';
import { survivalOption } from './survival-option';

/** More parts than these cannot be told apart in one chart; the largest are drawn. */
const mostDrawn = 5;

/** How long customers stay: the curve of Kaplan and Meier with its interval, for all and for each segment. */
export function SurvivalPanel({ report }: { readonly report: RetentionReport }) {
  const { t } = useTranslation('retention');
  const format = useFormat();
  const [all, drawn] = useMemo(() => {
    const [first, ...parts] = report.curves;
    return [first, parts.sort((one, other) => other.customers - one.customers).slice(0, mostDrawn)] as const;
  }, [report]);
  const option = useCallback(
    (colors: ChartColors) =>
      survivalOption(all, drawn, colors, {
        share: (value) => format.percent(value),
        months: (value) =>
          t('months', { count: Math.round(value * 10) / 10, value: format.number(value, 1) }),
        nameOf: (key) => (key === '' ? t('segment.none') : key),
        all: t('all'),
        interval: t('interval'),
        across: t('afterMonths'),
      }),
    [all, drawn, format, t],
  );
  if (!all || all.customers === 0)
    return (
      <KpiSection title={t('survival')}>
        <Text>{t('noCurve')}</Text>
      </KpiSection>
    );
  const months = all.after.map((point) => point.months);
  const median = (curve: RetentionCurve): string =>
    curve.median === null
      ? t('median.beyond')
      : t('months', {
          count: curve.median / daysOfMonth,
          value: format.number(curve.median / daysOfMonth, 1),
        });
  const nameOf = (curve: RetentionCurve): string =>
    curve === all ? t('all') : curve.key || t('segment.none');
  return (
    <KpiSection
      title={t('survival')}
      beside={
        <FigureActions
          name={t('survival')}
          chart={{ height: 420, option }}
          table={survivalFigure([all, ...drawn], t, nameOf)}
        />
      }
    >
      <Text size="sm" c="dimmed" mb="sm">
        {t('survival.explanation')}
      </Text>
      <Chart
        description={t('survival.description', {
          customers: format.number(all.customers),
          lost: format.number(all.lost),
          median: median(all),
        })}
        height={300}
        option={option}
      />
      <div className={classes.tableScroll} style={{ marginTop: 12 }}>
        <Table verticalSpacing={5} fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('kpis:dimension.segment')}</Table.Th>
              <Table.Th className={classes.number}>{t('customers')}</Table.Th>
              <Table.Th className={classes.number}>{t('lost')}</Table.Th>
              <Table.Th className={classes.number}>{t('median')}</Table.Th>
              {months.map((count) => (
                <Table.Th key={count} className={classes.number}>
                  {t('stay', { count })}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {[...drawn, all].map((curve) => (
              <Table.Tr key={curve === all ? 'all' : `part ${curve.key}`}>
                <Table.Th scope="row" className={classes.name}>
                  {nameOf(curve)}
                </Table.Th>
                <Table.Td className={classes.number}>{format.number(curve.customers)}</Table.Td>
                <Table.Td className={classes.number}>{format.number(curve.lost)}</Table.Td>
                <Table.Td className={classes.number}>{median(curve)}</Table.Td>
                {months.map((count) => (
                  <Table.Td key={count} className={classes.number}>
                    <Share point={curve.after.find((point) => point.months === count)} />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </KpiSection>
  );
}

function Share({ point }: { readonly point: RetentionCurve['after'][number] | undefined }) {
  const { t } = useTranslation('retention');
  const format = useFormat();
  if (point === undefined) return format.percent(null);
  const { survival, low, high } = point;
  return (
    <>
      {format.percent(survival)}
      {low !== null && high !== null && (
        <Text size="xs" c="dimmed">
          {t('kpis:chance.range', { low: format.percent(low, 0), high: format.percent(high, 0) })}
        </Text>
      )}
    </>
  );
}
