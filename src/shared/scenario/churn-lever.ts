import { divide } from '../kpi/figure';
import type { Say } from './adjustment-note';
import { type Adjustment, changed } from './scenario';
import type { ScenarioState } from './scenario-state';
import { passes } from './scope';

/**
 * Moves the share of customers in scope who are lost over the period, from c₀ to c₁, between none and all of them. Where fewer are
 * lost, each segment loses c₁/c₀ of what it lost; where more are, each keeps (1 − c₁)/(1 − c₀) of whom it kept, so that none loses
 * more than it has. The revenue lost moves alike. Customers leave evenly over the period: orders of a month whose middle lies at the
 * share t of the period are multiplied by (1 − c₁t)/(1 − c₀t).
 */
export function adjustChurn(adjustment: Adjustment, state: ScenarioState, say: Say): void {
  const { cube, lost, revenueLost } = state;
  const own = cube.retention.flatMap(({ segment, there }, place) =>
    passes(adjustment.where.segment, segment) && there > 0 ? [place] : [],
  );
  const total = (of: (place: number) => number) => own.reduce((sum, place) => sum + of(place), 0);
  const there = total((place) => cube.retention[place]?.there ?? 0);
  const rate = divide(
    total((place) => lost[place] ?? 0),
    there,
  );
  if (rate === null) {
    say('noCustomersInScope');
    return;
  }
  const asked = changed(rate, adjustment);
  if (asked < 0 || asked > 1) say('churnBounded');
  const wanted = Math.min(1, Math.max(0, asked));
  if (rate === 0 && adjustment.op === 'scale') say('noChurnToScale');
  if (!cube.datasets.includes('orders')) say('noOrdersToKeep');
  if (wanted === rate) return;
  for (const place of own) {
    const { there: all, revenueThere } = cube.retention[place] ?? { there: 0, revenueThere: 0 };
    lost[place] = lostAfter(lost[place] ?? 0, all, rate, wanted);
    revenueLost[place] = lostAfter(revenueLost[place] ?? 0, revenueThere, rate, wanted);
  }
}

function lostAfter(lost: number, all: number, rate: number, wanted: number): number {
  if (wanted < rate) return lost * (wanted / rate);
  return rate === 1 ? lost : all - (all - lost) * ((1 - wanted) / (1 - rate));
}
