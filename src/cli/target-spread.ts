import type { Target } from '@shared/ipc/kpi';
import type { DateRange } from '@shared/model/calendar-date';
import type { ScopeOfTarget } from '@shared/model/target';
import { spreadTotal } from '@shared/planning/spread-total';
import { spreadOvers, spreadWays } from '@shared/planning/spread-weights';
import type { KpiReader } from '../main/database/kpi/kpi-reader';
import { readWeights } from '../main/database/planning/read-weights';
import { amountOf } from './amount';
import { BadArgument } from './command';

export interface SpreadOptions {
  readonly spread?: string;
  readonly over?: string;
  readonly unit?: string;
}

const reasons = {
  nobodyShares: 'there is nobody to share it',
  noWeight: 'no part has anything to be weighed by',
  locksExceedTotal: 'the locked parts exceed it',
} as const;

/**
 * The targets of the parts of one that is spread; they sum exactly to it.
 * @throws BadArgument
 */
export function spreadTargets(
  target: Omit<Target, 'id'>,
  range: DateRange | null,
  options: SpreadOptions,
  kpis: KpiReader,
): readonly Omit<Target, 'id'>[] {
  const way = spreadWays.find((known) => known === options.spread);
  const over = spreadOvers.find((known) => known === options.over);
  if (way === undefined) throw new BadArgument(`--spread takes one of ${spreadWays.join(', ')}.`);
  if (over === undefined) throw new BadArgument(`--over takes one of ${spreadOvers.join(', ')}.`);
  if (range === null) throw new BadArgument('A spread needs --period, such as 2026.');
  const { kpi, period, value } = target;
  const scope: ScopeOfTarget = { kind: target.scopeKind, key: target.scopeKey };
  const weights = readWeights(kpis, { kpi, way, over, range, scope });
  const parts = [...weights].map(([key, weight]) => ({ key, weight }));
  const unit = options.unit === undefined ? 1 : amountOf(options.unit, '--unit');
  if (!(unit >= 0.01)) throw new BadArgument(`--unit takes 0.01 or more, not ${options.unit}.`);
  const spread = spreadTotal(value, parts, unit);
  if (spread.kind === 'cannot')
    throw new BadArgument(`${value} cannot be spread over ${over}: ${reasons[spread.reason]}.`);
  const isTime = over === 'month' || over === 'quarter';
  return [...spread.amounts].map(([key, amount]) => ({
    kpi,
    scopeKind: isTime ? target.scopeKind : over,
    scopeKey: isTime ? target.scopeKey : key,
    period: isTime ? key : period,
    value: amount,
    amber: null,
    red: null,
  }));
}
