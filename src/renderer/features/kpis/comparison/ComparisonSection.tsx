import { Skeleton, Table, Text } from '@mantine/core';
import type { ComparedShare } from '@shared/kpi/compare-shares';
import { isProportion } from '@shared/kpi/proportion';
import type { FigureTable } from '@shared/model/table-cell';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useDataEffect } from '../../../app/use-data-effect';
import { useFormat } from '../../../app/use-format';
import { Chart, type ChartColors } from '../../../components/Chart';
import { FigureActions } from '../../../components/FigureActions';
import classes from '../KpiDetailPage.module.css';
import { KpiProblem } from '../KpiProblem';
import { KpiSection } from '../KpiSection';
import { partNames } from '../kpi-parts';
import type { KpiSectionProps } from '../kpi-sections';
import { useComparison } from './comparison.store';
import { comparisonOption, mostBars } from './comparison-option';

/** Which lead sources do better or worse than the others, by more than chance. */
export function ComparisonSection({ path, kpi, basis, range, filter }: KpiSectionProps) {
  const { t } = useTranslation('comparison');
  const { comparison, problem, load } = useComparison();
  const { from, to } = range;
  const counts = isProportion(kpi, basis);
  useDataEffect(() => {
    if (!counts) return;
    void load({ path, asked: { from, to, kpis: [kpi], basis: basis ?? undefined, by: 'source', filter } });
  }, [path, kpi, basis, from, to, filter, counts, load]);
  if (!counts) {
    return (
      <KpiSection title={t('title')}>
        <Text c="dimmed">{t('notCounts')}</Text>
      </KpiSection>
    );
  }
  if (problem) return <KpiProblem error={problem} />;
  if (comparison?.path !== path || comparison.result.id !== kpi) return <Skeleton height={320} radius="md" />;
  if (comparison.shares.length < 2) {
    return (
      <KpiSection title={t('title')}>
        <Text c="dimmed">{t('tooFew')}</Text>
      </KpiSection>
    );
  }
  return <ComparisonPanel shares={comparison.shares} total={comparison.result} />;
}

interface PanelProps {
  readonly shares: readonly ComparedShare[];
  readonly total: { readonly id: string; readonly basis: string | null; readonly value: number | null };
}

function ComparisonPanel({ shares, total }: PanelProps) {
  const { t } = useTranslation('comparison');
  const format = useFormat();
  const { id, basis, value } = total;
  const rate = t(`kpis:${id}.name`);
  const nameOf = useCallback((key: string) => key || t('kpis:unassigned'), [t]);
  const option = useCallback(
    (colors: ChartColors) =>
      comparisonOption(shares, value, colors, {
        percent: (share) => format.percent(share, 1),
        name: nameOf,
        rate,
        interval: t('interval'),
        total: t('kpis:total'),
      }),
    [shares, value, format, nameOf, rate, t],
  );
  const chance = (probability: number | null): string =>
    probability !== null && probability < 0.001
      ? t('chance.tiny', { most: format.percent(0.001, 1) })
      : format.percent(probability, 1);
  const parts = {
    count: t(partNames(id, basis, 'numerator').map((key) => `kpis:${key}`)),
    of: t(partNames(id, basis, 'denominator').map((key) => `kpis:${key}`)),
  };
  const table = useMemo(
    (): FigureTable => ({
      columns: [
        { heading: t('kpis:dimension.source'), format: 'general' },
        { heading: parts.count, format: 'integer' },
        { heading: parts.of, format: 'integer' },
        { heading: rate, format: 'percent' },
        { heading: t('low'), format: 'percent' },
        { heading: t('high'), format: 'percent' },
        { heading: t('chance'), format: 'percent' },
        { heading: t('verdict'), format: 'general' },
      ],
      rows: shares.map((share) => [
        nameOf(share.key),
        share.count,
        share.of,
        share.value,
        share.low,
        share.high,
        share.adjustedChance,
        t(`verdict.${share.verdict}`),
      ]),
    }),
    [shares, nameOf, rate, parts.count, parts.of, t],
  );
  return (
    <KpiSection
      title={t('title')}
      beside={
        <FigureActions
          name={`${rate} – ${t('title')}`}
          chart={{ height: heightOf(shares.length), option }}
          table={table}
        />
      }
    >
      <Text size="sm" c="dimmed" mb="sm">
        {t('explanation')}
      </Text>
      <Chart
        description={shares
          .map(
            (share) =>
              `${nameOf(share.key)}: ${format.percent(share.value)}, ${t(`verdict.${share.verdict}`)}`,
          )
          .join('. ')}
        height={heightOf(shares.length)}
        option={option}
      />
      <div className={classes.tableScroll} style={{ marginTop: 12 }}>
        <Table stickyHeader verticalSpacing={5} fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('kpis:dimension.source')}</Table.Th>
              <Table.Th className={classes.number}>{rate}</Table.Th>
              <Table.Th className={classes.number}>{t('interval')}</Table.Th>
              <Table.Th className={classes.number}>{t('chance')}</Table.Th>
              <Table.Th>{t('verdict')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shares.map((share) => (
              <Table.Tr key={share.key}>
                <Table.Th scope="row" className={classes.name}>
                  {nameOf(share.key)}
                </Table.Th>
                <Table.Td className={classes.number}>{format.percent(share.value, 1)}</Table.Td>
                <Table.Td className={classes.number}>
                  {t('kpis:chance.range', {
                    low: format.percent(share.low, 0),
                    high: format.percent(share.high, 0),
                  })}
                </Table.Td>
                <Table.Td className={classes.number}>{chance(share.adjustedChance)}</Table.Td>
                <Table.Td>
                  <Verdict share={share} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </KpiSection>
  );
}

const marks: Readonly<Record<ComparedShare['verdict'], string>> = { higher: '▲', lower: '▼', none: '=' };

/** The verdict with the counts that it rests on, so that 3 of 4 is seen for what it is. */
function Verdict({ share }: { readonly share: ComparedShare }) {
  const { t } = useTranslation('comparison');
  const format = useFormat();
  const { count, of, others, verdict } = share;
  return (
    <>
      <span aria-hidden>{marks[verdict]} </span>
      {t(`verdict.${verdict}`)}
      <Text size="xs" c="dimmed">
        {t('counts', {
          count: format.number(count),
          of: format.number(of),
          otherCount: format.number(others.count),
          otherOf: format.number(others.of),
        })}
      </Text>
    </>
  );
}

function heightOf(bars: number): number {
  return 64 + 30 * Math.min(bars, mostBars);
}
