import { ActionIcon, Button, Group, Skeleton, Table, Text } from '@mantine/core';
import type { KpiRow } from '@shared/ipc/kpi';
import type { FigureTable } from '@shared/model/table-cell';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDataEffect } from '../../../app/use-data-effect';
import { useFormat } from '../../../app/use-format';
import { FigureActions } from '../../../components/FigureActions';
import { ScrollRegion } from '../../../components/ScrollRegion';
import { useKpiFormat } from '../../../components/use-kpi-format';
import pageClasses from '../KpiDetailPage.module.css';
import { KpiProblem } from '../KpiProblem';
import { KpiSection } from '../KpiSection';
import type { KpiSectionProps } from '../kpi-sections';
import classes from './FunnelSection.module.css';
import { type Funnel, useFunnel } from './funnel.store';

/** The deals from stage to stage: how many got there, how many went on, what lies there, and how long it takes. */
export function FunnelSection({ path, basis, range, filter }: KpiSectionProps) {
  const { t } = useTranslation('funnel');
  const { funnel, problem, load } = useFunnel();
  const { from, to } = range;
  useDataEffect(() => {
    void load({ path, asked: { from, to, basis: basis ?? undefined, filter } });
  }, [path, basis, from, to, filter, load]);
  if (problem) return <KpiProblem error={problem} />;
  if (funnel?.path !== path) return <Skeleton height={320} radius="md" />;
  if (funnel.result.rows.length === 0) {
    return (
      <KpiSection title={t('title')}>
        <Text c="dimmed">{t('nothing')}</Text>
      </KpiSection>
    );
  }
  return <FunnelPanel funnel={funnel} />;
}

function FunnelPanel({ funnel: { result, stages } }: { readonly funnel: Funnel }) {
  const { t } = useTranslation('funnel');
  const { orderStages } = useFunnel();
  const [ordering, setOrdering] = useState(false);
  const { rows } = result;
  const hasTimes = rows.some(({ beside }) => typeof beside?.median_days === 'number');
  const widest = Math.max(1, ...rows.map(({ numerator }) => numerator ?? 0));
  const move = (stage: string, by: -1 | 1) => {
    const place = stages.stages.indexOf(stage);
    const others = stages.stages.filter((name) => name !== stage);
    void orderStages([...others.slice(0, place + by), stage, ...others.slice(place + by)]);
  };
  const table = useMemo((): FigureTable => funnelTable(rows, hasTimes, t), [rows, hasTimes, t]);
  return (
    <KpiSection
      title={t('title')}
      beside={
        <Group gap="xs">
          {ordering && stages.isChosen && (
            <Button size="xs" variant="default" onClick={() => void orderStages([])}>
              {t('usualOrder')}
            </Button>
          )}
          <Button size="xs" variant="default" aria-pressed={ordering} onClick={() => setOrdering(!ordering)}>
            {t(ordering ? 'ordered' : 'order')}
          </Button>
          <FigureActions name={t('kpis:funnel.name')} table={table} />
        </Group>
      }
    >
      <ScrollRegion label={t('table')}>
        <Table verticalSpacing={6} fz="sm">
          <Table.Thead>
            <Table.Tr>
              {ordering && <Table.Th>{t('place')}</Table.Th>}
              <Table.Th>{t('kpis:dimension.stage')}</Table.Th>
              <Table.Th className={classes.bar} aria-hidden />
              <Table.Th className={pageClasses.number}>{t('reached')}</Table.Th>
              <Table.Th className={pageClasses.number}>{t('conversion')}</Table.Th>
              <Table.Th className={pageClasses.number}>{t('kpis:beside.drop')}</Table.Th>
              <Table.Th className={pageClasses.number}>{t('now')}</Table.Th>
              <Table.Th className={pageClasses.number}>{t('amountNow')}</Table.Th>
              {hasTimes && <Table.Th className={pageClasses.number}>{t('kpis:beside.median_days')}</Table.Th>}
              {hasTimes && <Table.Th className={pageClasses.number}>{t('kpis:beside.p90_days')}</Table.Th>}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <StageRow
                key={row.key}
                row={row}
                share={(row.numerator ?? 0) / widest}
                hasTimes={hasTimes}
                order={ordering ? { stages: stages.stages, move } : null}
              />
            ))}
          </Table.Tbody>
        </Table>
      </ScrollRegion>
      <div className={classes.notes}>
        <p>{t(stages.hasHistory ? 'history' : 'noHistory')}</p>
      </div>
    </KpiSection>
  );
}

interface StageRowProps {
  readonly row: KpiRow;
  /** Of the widest bar. */
  readonly share: number;
  readonly hasTimes: boolean;
  /** The open stages in their order, and how one is moved; null while the order stands. */
  readonly order: { readonly stages: readonly string[]; move(stage: string, by: -1 | 1): void } | null;
}

/** One stage; that of lost deals is no step, and has neither conversion nor times. */
function StageRow({ row: { key, numerator, value, beside }, share, hasTimes, order }: StageRowProps) {
  const format = useFormat();
  const kpiFormat = useKpiFormat();
  const isLost = beside?.drop === undefined;
  const days = (length: number | null | undefined): string =>
    length === undefined ? '' : kpiFormat.value(length, 'days');
  return (
    <Table.Tr className={isLost ? classes.lost : undefined}>
      {order && (
        <Table.Td className={classes.move}>
          {order.stages.includes(key) && <Movers stage={key} {...order} />}
        </Table.Td>
      )}
      <Table.Th scope="row" className={pageClasses.name}>
        {key}
      </Table.Th>
      <Table.Td className={classes.bar} aria-hidden>
        <div className={classes.fill} style={{ width: `${100 * share}%` }} />
      </Table.Td>
      <Table.Td className={pageClasses.number}>{isLost ? '' : format.number(numerator)}</Table.Td>
      <Table.Td className={pageClasses.number}>{isLost ? '' : format.percent(value, 1)}</Table.Td>
      <Table.Td className={pageClasses.number}>
        {isLost ? '' : format.percent(beside?.drop ?? null, 1)}
      </Table.Td>
      <Table.Td className={pageClasses.number}>{format.number(beside?.deals ?? null)}</Table.Td>
      <Table.Td className={pageClasses.number}>
        {kpiFormat.value(beside?.amount ?? null, 'money', { compact: true })}
      </Table.Td>
      {hasTimes && <Table.Td className={pageClasses.number}>{days(beside?.median_days)}</Table.Td>}
      {hasTimes && <Table.Td className={pageClasses.number}>{days(beside?.p90_days)}</Table.Td>}
    </Table.Tr>
  );
}

/** Moves a stage up or down in the order of the sale. */
function Movers({ stage, stages, move }: NonNullable<StageRowProps['order']> & { readonly stage: string }) {
  const { t } = useTranslation('funnel');
  const place = stages.indexOf(stage);
  return (
    <>
      <ActionIcon
        variant="subtle"
        size="sm"
        aria-label={t('up', { stage })}
        disabled={place === 0}
        onClick={() => move(stage, -1)}
      >
        <IconArrowUp size={15} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        size="sm"
        aria-label={t('down', { stage })}
        disabled={place === stages.length - 1}
        onClick={() => move(stage, 1)}
      >
        <IconArrowDown size={15} />
      </ActionIcon>
    </>
  );
}

function funnelTable(
  rows: readonly KpiRow[],
  hasTimes: boolean,
  t: ReturnType<typeof useTranslation<'funnel'>>['t'],
): FigureTable {
  return {
    columns: [
      { heading: t('kpis:dimension.stage'), format: 'general' },
      { heading: t('funnel:reached'), format: 'integer' },
      { heading: t('funnel:conversion'), format: 'percent' },
      { heading: t('kpis:beside.drop'), format: 'percent' },
      { heading: t('funnel:now'), format: 'integer' },
      { heading: t('funnel:amountNow'), format: 'money' },
      { heading: t('kpis:beside.reached_amount'), format: 'money' },
      ...(hasTimes
        ? ([
            { heading: t('kpis:beside.median_days'), format: 'decimal' },
            { heading: t('kpis:beside.p90_days'), format: 'decimal' },
          ] as const)
        : []),
    ],
    rows: rows.map(({ key, numerator, value, beside = {} }) => [
      key,
      beside.drop === undefined ? null : numerator,
      value,
      beside.drop ?? null,
      beside.deals ?? null,
      beside.amount ?? null,
      beside.reached_amount ?? null,
      ...(hasTimes ? [beside.median_days ?? null, beside.p90_days ?? null] : []),
    ]),
  };
}
