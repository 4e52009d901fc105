import { parseNumber } from '@shared/format/parse-number';
import { exactSum } from '@shared/kpi/exact-sum';
import type { QuotaLock, QuotaPlan } from '@shared/planning/quotas/quota-plan';
import { type RepQuotas, withLock } from '@shared/planning/quotas/spread-quotas';
import type { FigureCell, FigureEdit, FigureRow, SummedRow } from '../../components/FigureGrid';
import type { PlanOutcome, RepOutlook } from './plan-outcome';

/** The column of a rep's whole plan; other columns are periods. */
export const wholeColumn = 'total';
/** Columns that cannot be typed into. */
export const outlookColumns = ['expected', 'attainment', 'chance', 'payout'] as const;
export type OutlookColumn = (typeof outlookColumns)[number];

export interface GridWords {
  amount(value: number): string;
  typed(value: number): string;
  outlook(column: OutlookColumn, rep: RepOutlook): string;
  readonly sum: string;
}

/** A row for each rep: what is typed is locked, what follows from the total is derived. */
export function planGridRows(
  { locks }: QuotaPlan,
  rows: readonly RepQuotas[],
  { reps }: PlanOutcome,
  words: GridWords,
): readonly FigureRow[] {
  const locked = new Map(
    locks.map(({ rep, period, amount }) => [lockKey(rep, period ?? wholeColumn), amount]),
  );
  const outlooks = new Map(reps.map((rep) => [rep.rep, rep]));
  const cell = (rep: string, column: string, amount: number): FigureCell => {
    const own = locked.get(lockKey(rep, column));
    return {
      typed: own === undefined ? '' : words.typed(own),
      shown: words.amount(amount),
      isDerived: own === undefined,
    };
  };
  return rows.map(({ rep, cells, total }) => {
    const outlook = outlooks.get(rep);
    return {
      id: rep,
      label: rep,
      rank: 'part',
      cells: {
        [wholeColumn]: cell(rep, wholeColumn, total),
        ...Object.fromEntries([...cells].map(([period, amount]) => [period, cell(rep, period, amount)])),
        ...Object.fromEntries(
          outlookColumns.map((column) => [
            column,
            { typed: '', shown: outlook ? words.outlook(column, outlook) : '', isDerived: false },
          ]),
        ),
      },
    };
  });
}

export function planSums(
  rows: readonly RepQuotas[],
  outlook: Readonly<Record<OutlookColumn, string>>,
  words: GridWords,
): SummedRow {
  const periods = [...(rows[0]?.cells.keys() ?? [])];
  const shown = (text: string): FigureCell => ({ typed: '', shown: text, isDerived: false });
  return {
    id: 'sum',
    label: words.sum,
    rank: 'whole',
    warned: [],
    cells: {
      [wholeColumn]: shown(words.amount(exactSum(rows.map(({ total }) => total)))),
      ...Object.fromEntries(
        periods.map((period) => [
          period,
          shown(words.amount(exactSum(rows.map(({ cells }) => cells.get(period) ?? 0)))),
        ]),
      ),
      ...Object.fromEntries(outlookColumns.map((column) => [column, shown(outlook[column])])),
    },
  };
}

function lockKey(rep: string, column: string): string {
  return JSON.stringify([rep, column]);
}

export interface LockEdits {
  readonly locks: readonly QuotaLock[];
  /** What was no amount, as it was typed. */
  readonly unreadable: readonly string[];
}

/** What edits of the grid make of the locks: an amount locks its cell, an emptied cell follows the total again. */
export function editedLocks(
  before: readonly QuotaLock[],
  edits: readonly FigureEdit[],
  locale: string,
): LockEdits {
  const unreadable: string[] = [];
  const locks = edits.reduce<readonly QuotaLock[]>((all, { row, column, text }) => {
    if (outlookColumns.some((outlook) => outlook === column)) return all;
    const period = column === wholeColumn ? null : column;
    if (text.trim() === '') return withLock(all, { rep: row, period, amount: null });
    const amount = parseNumber(text.trim(), locale);
    if (amount !== null && amount >= 0) return withLock(all, { rep: row, period, amount });
    unreadable.push(text.trim());
    return all;
  }, before);
  return { locks, unreadable };
}
