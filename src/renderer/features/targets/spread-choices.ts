import type { KpiDimension } from '@shared/kpi/declaration';
import { periodKind } from '@shared/model/period';
import type { ScopeOfTarget } from '@shared/model/target';
import { type SpreadOver, spreadOvers } from '@shared/planning/spread-weights';

/** What a total can be spread over: that of all over its parts, a team's over its reps, and any over the shorter periods in its own. */
export function spreadOversOf(
  { kind }: ScopeOfTarget,
  period: string,
  dimensions: readonly KpiDimension[],
): readonly SpreadOver[] {
  const length = periodKind(period);
  const isYear = length === 'year' || length === 'fiscal_year';
  const isLonger = { month: isYear || length === 'quarter', quarter: isYear };
  const holdsParts = kind === 'all';
  const owns = {
    team: holdsParts,
    rep: holdsParts || kind === 'team',
    product: holdsParts,
    segment: holdsParts,
  };
  return spreadOvers.filter((over) =>
    over === 'month' || over === 'quarter' ? isLonger[over] : owns[over] && dimensions.includes(over),
  );
}
