import { divide } from '@shared/kpi/figure';
import type { FigureTable, TableColumn } from '@shared/model/table-cell';
import type { ProposedQuota } from '@shared/planning/quotas/propose-quotas';
import type { TFunction } from 'i18next';
import type { PlanOutcome } from './plan-outcome';

const column = (heading: string, format: TableColumn['format']): TableColumn => ({ heading, format });

/** The quotas that would move, with attainment and payout before and after. */
export function proposalTable(
  moved: readonly ProposedQuota[],
  before: PlanOutcome,
  after: PlanOutcome | null,
  t: TFunction<'quotas'>,
): FigureTable {
  const payoutIn = (outcome: PlanOutcome | null, rep: string): number | null =>
    outcome?.reps.find((own) => own.rep === rep)?.payout ?? null;
  const hasPayouts = before.payout !== null;
  return {
    columns: [
      column(t('quotas:rep'), 'general'),
      column(t('quotas:expected'), 'integer'),
      column(t('quotas:quota'), 'integer'),
      column(t('quotas:proposed'), 'integer'),
      column(t('quotas:attainment'), 'percent'),
      column(t('quotas:attainment.after'), 'percent'),
      ...(hasPayouts
        ? [column(t('quotas:payout'), 'integer'), column(t('quotas:payout.after'), 'integer')]
        : []),
    ],
    rows: moved.map(({ rep, quota, proposed, expected }) => [
      rep,
      expected,
      quota,
      proposed,
      divide(expected, quota),
      divide(expected, proposed),
      ...(hasPayouts ? [payoutIn(before, rep), payoutIn(after, rep)] : []),
    ]),
  };
}
