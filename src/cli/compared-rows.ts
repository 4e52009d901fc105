import type { KpiResult, KpiRow } from '@shared/ipc/kpi';
import { compareShares, type Verdict } from '@shared/kpi/compare-shares';
import { isProportion } from '@shared/kpi/proportion';

/** What chance alone would do to a share, and whether it differs from that of the others by more. */
interface ComparedRow extends KpiRow {
  /** Wilson's 95 % score interval. */
  readonly interval?: { readonly low: number; readonly high: number };
  /** See `compareShares`: corrected for how many are compared; null where there is nothing to compare with. */
  readonly chance?: number | null;
  readonly verdict?: Verdict;
}

export interface ComparedResult extends KpiResult {
  readonly rows: ComparedRow[];
}

/** A KPI that counts so many of so many has the interval of each row and its verdict; rows of nothing, and other KPIs, have none. */
export function withComparison(result: KpiResult): ComparedResult {
  if (!isProportion(result.id, result.basis)) return result;
  const shares = compareShares(
    result.rows.map(({ key, numerator, denominator }) => ({
      key,
      count: numerator ?? 0,
      of: denominator ?? 0,
    })),
  );
  const byKey = new Map(shares.map((share) => [share.key, share]));
  const rows = result.rows.map((row): ComparedRow => {
    const share = byKey.get(row.key);
    if (share === undefined) return row;
    const { low, high, adjustedChance, verdict } = share;
    return { ...row, interval: { low, high }, chance: adjustedChance, verdict };
  });
  return { ...result, rows };
}
