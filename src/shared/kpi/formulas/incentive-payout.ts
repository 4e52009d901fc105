import { type RepPayout, repPayouts } from '../../incentives/rep-payouts';
import type { KpiFilter } from '../declaration';
import { exactSum } from '../exact-sum';
import { type Figure, type Figures, ratioFigure, sumFigure } from '../figure';
import type { Scope } from '../formula';
import { groupBy } from '../group-by';
import { hasData, readColumns } from '../measure-column';

/** The sum of the payouts of the reps in scope that fall in the period; no value where no payout does. */
export function incentivePayout(scope: Scope): Figures {
  return mapValues(payoutsByKey(scope), (payout) => sumFigure(payout));
}

/** Payouts that fall in the period ÷ bookings of the period; no value where no payout falls in it. */
export function incentiveCostRatio(scope: Scope): Figures {
  const { source } = scope;
  const bookings = hasData('wonAmount', source) ? readColumns(scope, ['wonAmount'])('wonAmount') : null;
  return mapValues(payoutsByKey(scope), (payout, key) =>
    ratioFigure(payout, bookings === null ? null : (bookings.get(key) ?? 0)),
  );
}

function payoutsByKey({ source, range, by, filter }: Scope): ReadonlyMap<string, number> {
  const payouts = repPayouts(source, range).filter((payout) => passes(payout, filter));
  const groups = groupBy(payouts, ({ rep }) => {
    if (by === 'rep') return rep.name;
    return by === 'team' || by === 'region' ? rep[by] : '';
  });
  return new Map([...groups].map(([key, own]) => [key, exactSum(own.map(({ payout }) => payout.payout))]));
}

function passes({ rep }: RepPayout, { rep: names, team, region }: KpiFilter): boolean {
  const has = (list: readonly string[] | undefined, name: string) => list?.includes(name) ?? true;
  return has(names, rep.name) && has(team, rep.team) && has(region, rep.region);
}

function mapValues(
  payouts: ReadonlyMap<string, number>,
  figure: (payout: number, key: string) => Figure,
): Figures {
  return new Map([...payouts].map(([key, payout]) => [key, figure(payout, key)]));
}
