import type { AdjustmentNote, Say } from './adjustment-note';
import { type CellClasses, classifyCells, noClasses } from './cell-classes';
import type { ScenarioCube } from './cube';
import { leverDeclarations } from './lever';
import type { OwnedQuotas } from './owned-quotas';
import type { Adjustment, Scope } from './scenario';
import type { ScenarioState } from './scenario-state';
import { restrictionOf, unknownNames } from './scope';

/** A cube after adjustments. */
export interface AdjustedCube {
  readonly state: Omit<ScenarioState, 'inside'>;
  readonly notes: readonly AdjustmentNote[];
}

/** The classes of a cube that a set of scopes asks for. */
interface Plan {
  readonly key: string;
  readonly restrictions: readonly string[];
  readonly classes: CellClasses;
}

/**
 * Applies adjustments to one cube again and again. Pure but for its memory: the same adjustments give the same result to the last
 * bit. What depends on the scopes alone is kept, so that only a change of scope reads all cells.
 */
export class CubeAdjuster {
  private plan: Plan = { key: '', restrictions: [], classes: noClasses };

  private readonly quotaAmounts: Float64Array;

  constructor(
    private readonly cube: ScenarioCube,
    private readonly quotas: OwnedQuotas,
  ) {
    this.quotaAmounts = Float64Array.from(quotas.cuts, ({ quota }) => quota.amount);
  }

  /** Adjustments that are switched off are left out. */
  adjust(adjustments: readonly Adjustment[]): AdjustedCube {
    const enabled = adjustments.filter((adjustment) => adjustment.enabled);
    const notes: AdjustmentNote[] = [];
    const state = this.stateFor(enabled);
    for (const adjustment of enabled) {
      const say: Say = (code, parameters = {}) =>
        notes.push({ adjustment: adjustment.id, note: { code, parameters } });
      for (const name of unknownNames(this.cube, adjustment.where)) say('unknownName', { name });
      leverDeclarations[adjustment.lever].apply(adjustment, state, say);
    }
    return { state, notes };
  }

  private stateFor(adjustments: readonly Adjustment[]): ScenarioState {
    const { restrictions, classes } = this.planFor(adjustments);
    const ones = () => new Float64Array(classes.product.length).fill(1);
    return {
      cube: this.cube,
      classes,
      amount: ones(),
      volume: ones(),
      booked: ones(),
      won: ones(),
      quotas: this.quotas,
      quotaAmounts: this.quotaAmounts.slice(),
      listPrices: this.cube.products.map(({ listPrice }) => listPrice),
      inside: (where) => {
        const restriction = restrictionOf(where);
        return restriction === null
          ? null
          : (classes.inside[restrictions.indexOf(JSON.stringify(restriction))] ?? null);
      },
    };
  }

  private planFor(adjustments: readonly Adjustment[]): Plan {
    const multiplying = adjustments.filter(({ lever }) => leverDeclarations[lever].multipliesCells);
    const found = multiplying.flatMap(({ where }) => restrictionOf(where) ?? []);
    const restrictions = [...new Set(found.map((restriction) => JSON.stringify(restriction)))].sort();
    const key = multiplying.length === 0 ? '' : restrictions.join('\n') || 'products';
    if (this.plan.key !== key) {
      const scopes = restrictions.map((text) => JSON.parse(text) as Scope);
      this.plan = { key, restrictions, classes: classifyCells(this.cube, scopes) };
    }
    return key === '' ? { key, restrictions, classes: noClasses } : this.plan;
  }
}
