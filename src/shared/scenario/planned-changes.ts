import type { Quota } from '../kpi/quota-share';
import type { ScenarioState } from './scenario-state';

/** What a scenario would write back to the workspace: whole amounts of quotas, and list prices. */
export interface PlannedChanges {
  readonly quotas: readonly PlannedQuota[];
  readonly prices: readonly { readonly product: string; readonly price: number }[];
}

interface PlannedQuota extends Quota {
  readonly planned: number;
}

/** Quotas and list prices that adjustments have moved, in hundredths of the currency. */
export function plannedChanges({
  cube,
  quotas,
  quotaAmounts,
  listPrices,
}: Pick<ScenarioState, 'cube' | 'quotas' | 'quotaAmounts' | 'listPrices'>): PlannedChanges {
  return {
    quotas: quotas.cuts.flatMap(({ quota: { rep, team, region, period, measure, amount } }, place) => {
      const moved = quotaAmounts[place] ?? amount;
      const planned = inHundredths(moved);
      return moved === amount || planned === amount
        ? []
        : [{ rep, team, region, period, measure, amount, planned }];
    }),
    prices: cube.products.flatMap(({ name, listPrice }, index) => {
      const moved = listPrices[index] ?? null;
      const price = moved === null ? null : inHundredths(moved);
      return price === null || moved === listPrice || price === listPrice ? [] : [{ product: name, price }];
    }),
  };
}

function inHundredths(amount: number): number {
  return Math.round(amount * 100) / 100;
}
