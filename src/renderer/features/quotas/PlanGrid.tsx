import { Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { FigureTable } from '@shared/model/table-cell';
import { planPeriods, type QuotaPlan } from '@shared/planning/quotas/quota-plan';
import type { RepQuotas } from '@shared/planning/quotas/spread-quotas';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/use-format';
import { FigureActions } from '../../components/FigureActions';
import { type FigureEdit, FigureGrid } from '../../components/FigureGrid';
import {
  editedLocks,
  type GridWords,
  type OutlookColumn,
  outlookColumns,
  planGridRows,
  planSums,
  wholeColumn,
} from './plan-grid-rows';
import type { PlanOutcome, RepOutlook } from './plan-outcome';
import classes from './QuotasPage.module.css';
import { useQuotaPlan } from './quota-plan.store';

const rowHeight = 30;

interface PlanGridProps {
  readonly plan: QuotaPlan;
  readonly rows: readonly RepQuotas[];
  readonly outcome: PlanOutcome;
}

/** Reps down, periods across: what is typed stays, the rest follows the total. */
export function PlanGrid({ plan, rows, outcome }: PlanGridProps) {
  const { t } = useTranslation('quotas');
  const format = useFormat();
  const change = useQuotaPlan((state) => state.change);
  const { from, to, step } = plan;
  const periods = useMemo(() => planPeriods({ from, to, step }), [from, to, step]);
  const hasPayouts = outcome.payout !== null;
  const columns = useMemo(
    () => [
      { key: wholeColumn, label: t('whole') },
      ...periods.map(({ key }) => ({ key, label: format.period(key) })),
      ...outlookColumns
        .filter((key) => key !== 'payout' || hasPayouts)
        .map((key) => ({ key, label: t(key), isReadOnly: true })),
    ],
    [periods, hasPayouts, format, t],
  );
  const words = useMemo((): GridWords => {
    const figure: Record<OutlookColumn, (rep: RepOutlook) => string> = {
      expected: ({ expected, by }) => (by === null ? format.number(null) : format.number(expected, 0)),
      attainment: ({ attainment }) => format.percent(attainment, 0),
      chance: ({ chance }) => format.percent(chance, 0),
      payout: ({ payout }) => format.number(payout, 0),
    };
    return {
      amount: (value) => format.number(value, 2),
      typed: (value) => format.number(value, 2),
      outlook: (column, rep) => figure[column](rep),
      sum: t('kpis:total'),
    };
  }, [format, t]);
  const gridRows = useMemo(() => planGridRows(plan, rows, outcome, words), [plan, rows, outcome, words]);
  const sums = useMemo(
    () => [
      planSums(
        rows,
        {
          expected: format.number(outcome.expected, 0),
          attainment: format.percent(outcome.attainment, 0),
          chance: '',
          payout: format.number(outcome.payout, 0),
        },
        words,
      ),
    ],
    [rows, outcome, words, format],
  );
  const edit = (edits: readonly FigureEdit[]) => {
    const { locks, unreadable } = editedLocks(plan.locks, edits, format.locale);
    change({ locks: [...locks] });
    if (unreadable.length > 0)
      notifications.show({
        message: t('unreadable', { text: unreadable.join(', ') }),
        color: 'red',
        closeButtonProps: { 'aria-label': t('app:close') },
      });
  };
  return (
    <>
      <Group justify="space-between" wrap="nowrap" align="flex-end">
        <Text size="sm" c="dimmed">
          {t('grid.explanation')}
        </Text>
        <FigureActions
          name={t('title')}
          note={`${format.date(plan.from)} – ${format.date(plan.to)}`}
          table={planTable(
            rows,
            outcome,
            columns.map(({ label }) => label),
            t('rep'),
          )}
        />
      </Group>
      <div className={classes.grid} style={{ height: heightOf(rows.length) }}>
        <FigureGrid
          label={t('title')}
          rowHeading={t('rep')}
          columns={columns}
          rows={gridRows}
          sums={sums}
          onEdit={edit}
          onFocus={() => undefined}
        />
      </div>
    </>
  );
}

/** Of the heading, the rows, their sum and the edge; in pixels. More rows scroll. */
function heightOf(rows: number): number {
  return 92 + rows * rowHeight;
}

function planTable(
  rows: readonly RepQuotas[],
  { reps, payout }: PlanOutcome,
  headings: readonly string[],
  repHeading: string,
): FigureTable {
  const outlooks = new Map(reps.map((rep) => [rep.rep, rep]));
  const periods = rows[0]?.cells.size ?? 0;
  const formats = ['integer', 'percent', 'percent', 'integer'] as const;
  return {
    columns: [
      { heading: repHeading, format: 'general' },
      ...headings.map((heading, place) => ({
        heading,
        format:
          place <= periods ? ('general' as const) : (formats[place - periods - 1] ?? ('general' as const)),
      })),
    ],
    rows: rows.map(({ rep, cells, total }) => {
      const outlook = outlooks.get(rep);
      return [
        rep,
        total,
        ...cells.values(),
        outlook?.expected ?? null,
        outlook?.attainment ?? null,
        outlook?.chance ?? null,
        ...(payout === null ? [] : [outlook?.payout ?? null]),
      ];
    }),
  };
}
