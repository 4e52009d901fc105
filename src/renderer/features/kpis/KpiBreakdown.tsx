import { Group, Select, Title } from '@mantine/core';
import type { RowDimension } from '@shared/kpi/declaration';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useKpis } from '../../app/kpi-catalogue.store';
import { useFormat } from '../../app/use-format';
import { Chart, type ChartColors } from '../../components/Chart';
import { FigureActions } from '../../components/FigureActions';
import { useKpiFormat } from '../../components/use-kpi-format';
import { BreakdownTable } from './BreakdownTable';
import { breakdownTable } from './breakdown-figure';
import { breakdownOption, largestFirst, shownBars } from './breakdown-option';
import { KpiCrossTable } from './KpiCrossTable';
import classes from './KpiDetailPage.module.css';
import type { CrossDimension, KpiDetail } from './kpi-detail.store';
import { useCompared } from './use-compared';

interface KpiBreakdownProps {
  readonly detail: KpiDetail;
  readonly dimensions: readonly RowDimension[];
  /** What the split can be crossed with. */
  readonly crossed: readonly CrossDimension[];
  readonly by: RowDimension;
  readonly across: CrossDimension | null;
  onSplit(by: RowDimension): void;
  onCross(across: CrossDimension | null): void;
}

/** The value split by rep, team, product…, as bars and as a table, the largest first; or crossed with a second dimension. */
export function KpiBreakdown(props: KpiBreakdownProps) {
  const { detail, dimensions, crossed, by, across, onSplit, onCross } = props;
  const { t } = useTranslation('kpis');
  const format = useKpiFormat();
  const written = useFormat();
  const { result } = detail;
  const compared = useCompared(detail);
  const kpi = useKpis()(result.id);
  const rows = useMemo(() => largestFirst(result.rows), [result]);
  const nameOf = useCallback((key: string) => (key === '' ? t('unassigned') : key), [t]);
  const option = useCallback(
    (colors: ChartColors) =>
      breakdownOption(rows, result, detail.benchmark, colors, {
        value: (value, compact) => format.value(value, result.unit, { compact }),
        name: nameOf,
        total: t('total'),
        kpi: t(`${result.id}.name`),
        benchmark: t('benchmark'),
      }),
    [rows, result, detail.benchmark, format, nameOf, t],
  );
  const [first] = rows;
  const dimension = t(`dimension.${detail.question.by ?? by}`);
  const description = t('breakdown.description', {
    kpi: t(`${result.id}.name`),
    dimension: dimension.toLowerCase(),
    first: first ? nameOf(first.key) : '',
    value: format.value(first?.value ?? null, result.unit),
  });
  // In an empty workspace there are rows, of nobody, that have no figure at all.
  const hasNothing = rows.every(
    ({ value, numerator, denominator }) => value === null && numerator === null && denominator === null,
  );
  const height = Math.max(120, 40 + 26 * Math.min(rows.length, shownBars));
  const isCrossed = detail.crossing !== null && detail.question.across !== null;
  return (
    <section className={classes.panel} aria-label={t('breakdown')}>
      <div className={classes.panelHead}>
        <Title order={2} size="h5">
          {t('breakdown.by', { dimension: dimension.toLowerCase() })}
        </Title>
        <Group gap="xs">
          <Select
            size="xs"
            w={180}
            aria-label={t('breakdown.choose')}
            allowDeselect={false}
            value={by}
            data={dimensions.map((value) => ({ value, label: t(`dimension.${value}`) }))}
            onChange={(value) => onSplit(dimensions.find((candidate) => candidate === value) ?? by)}
          />
          <Select
            size="xs"
            w={180}
            aria-label={t('cross.choose')}
            placeholder={t('cross.choose')}
            clearable
            clearButtonProps={{ 'aria-label': t('cross.none') }}
            value={across}
            data={crossed.map((value) => ({ value, label: t(`dimension.${value}`) }))}
            onChange={(value) => onCross(crossed.find((candidate) => candidate === value) ?? null)}
          />
          {!hasNothing && !isCrossed && (
            <FigureActions
              name={`${t(`${result.id}.name`)} – ${t('breakdown.by', { dimension: dimension.toLowerCase() })}`}
              note={`${written.date(result.from)} – ${written.date(result.to)}`}
              chart={{ height, option }}
              table={breakdownTable(detail, rows, {
                kpi,
                dimension,
                compared: compared?.period ?? null,
                t,
                nameOf,
              })}
            />
          )}
        </Group>
      </div>
      {hasNothing ? (
        t('breakdown.nothing')
      ) : detail.crossing && detail.question.across ? (
        <KpiCrossTable detail={detail} crossing={detail.crossing} dimension={dimension} nameOf={nameOf} />
      ) : (
        <div className={classes.breakdown}>
          <Chart description={description} height={height} option={option} />
          <BreakdownTable detail={detail} rows={rows} dimension={dimension} nameOf={nameOf} />
        </div>
      )}
    </section>
  );
}
