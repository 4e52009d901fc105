import type { AdjustmentNote, Say } from './adjustment-note';
import { type CellClasses, type CellGrouping, classifyCells, noClasses } from './cell-classes';
import type { ScenarioCube } from './cube';
import { leverDeclarations } from './lever';
import type { OwnedQuotas } from './owned-quotas';
import { waningOf } from './retention';
import type { Adjustment, ScopeDimension } from './scenario';
import {
  type ClassFactor,
  classFactors,
  type Hire,
  type ScenarioState,
  type ScopeReader,
} from './scenario-state';
import { unknownNames } from './scope';
import { activeReps, groupingOfCrew, groupingOfScope, groupingOfSegments, KeptScopes } from './scope-reader';

/** A cube after adjustments. */
export interface AdjustedCube {
  readonly state: ScenarioState;
  readonly notes: readonly AdjustmentNote[];
}

/** The classes of a cube that a list of adjustments asks for. */
interface Plan {
  readonly key: string;
  readonly classes: CellClasses;
  readonly scopes: ScopeReader;
}

const silent: Say = () => {};

/**
 * Applies adjustments to one cube again and again. Pure but for its memory: the same adjustments give the same result to the last
 * bit. What depends on the scopes alone is kept, so that only a change of scope reads all cells.
 */
export class CubeAdjuster {
  private plan: Plan | null = null;
  private active: Uint8Array | null = null;
  private waning: Float64Array | null = null;
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
      const foreign = foreignDimensions(adjustment);
      for (const dimension of foreign) say('notNarrowedBy', { dimension });
      if (foreign.length === 0) leverDeclarations[adjustment.lever].apply(adjustment, state, say);
    }
    return { state, notes };
  }

  /**
   * A state for adjustments whose scopes, dates and ramps stay, however often their values change, and what brings it to these values.
   * Nothing is noted.
   * @param adjustments read anew each time: their values and elasticities may be written between.
   */
  prepare(adjustments: readonly Adjustment[]): {
    readonly state: ScenarioState;
    readonly apply: () => void;
  } {
    const enabled = adjustments.filter((adjustment) => adjustment.enabled);
    const state = this.stateFor(enabled);
    const moving = enabled.filter((adjustment) => foreignDimensions(adjustment).length === 0);
    return {
      state,
      apply: () => {
        this.reset(state);
        for (const adjustment of moving) leverDeclarations[adjustment.lever].apply(adjustment, state, silent);
      },
    };
  }

  private stateFor(adjustments: readonly Adjustment[]): ScenarioState {
    const { classes, scopes } = this.planFor(adjustments);
    const { cube, quotas } = this;
    const hires: Hire[] = [];
    const factors = Object.fromEntries(
      classFactors.map((factor) => [factor, new Float64Array(classes.product.length)]),
    ) as Record<ClassFactor, Float64Array>;
    const state: ScenarioState = {
      ...factors,
      cube,
      classes,
      scopes,
      quotas,
      quotaAmounts: this.quotaAmounts.slice(),
      quotaPresence: new Float64Array(quotas.cuts.length),
      listPrices: cube.products.map(({ listPrice }) => listPrice),
      competitorPrices: cube.prices.map(({ competitors }) => new Float64Array(competitors.length)),
      lost: new Float64Array(cube.retention.length),
      revenueLost: new Float64Array(cube.retention.length),
      hires,
    };
    this.reset(state);
    return state;
  }

  /** Brings a state back to the cube as it is. */
  private reset(state: ScenarioState): void {
    const { cube } = this;
    for (const factor of classFactors) state[factor].fill(factor === 'hired' ? 0 : 1);
    state.quotaAmounts.set(this.quotaAmounts);
    state.quotaPresence.fill(1);
    state.hires.length = 0;
    for (let index = 0; index < cube.products.length; index += 1) {
      state.listPrices[index] = cube.products[index]?.listPrice ?? null;
    }
    for (const [place, { competitors }] of cube.prices.entries()) {
      for (const [at, { price }] of competitors.entries())
        state.competitorPrices[place]?.fill(price, at, at + 1);
    }
    for (const [place, { lost, revenueLost }] of cube.retention.entries()) {
      state.lost[place] = lost;
      state.revenueLost[place] = revenueLost;
    }
  }

  private planFor(adjustments: readonly Adjustment[]): Plan {
    const asked = adjustments.map(({ lever, where, date, ramp }) => {
      const { cells } = leverDeclarations[lever];
      return cells === 'none' ? null : [cells, where, ...(cells === 'crew' ? [date, ramp] : [])];
    });
    const key = JSON.stringify(asked);
    if (this.plan?.key === key) return this.plan;
    const groupings = new Map<string, CellGrouping>();
    const wanes = adjustments.some(({ lever }) => leverDeclarations[lever].cells === 'segments');
    for (const grouping of adjustments.flatMap((own) => this.groupingFor(own) ?? [])) {
      groupings.set(grouping.key, grouping);
    }
    const sorted = [...groupings.values()].sort((one, other) => (one.key < other.key ? -1 : 1));
    const classes = asked.every((own) => own === null)
      ? noClasses
      : classifyCells(this.cube, sorted, wanes ? this.waningWeights() : null);
    const scopes = new KeptScopes(this.cube, this.quotas, classes, () => this.activeReps());
    this.plan = { key, classes, scopes };
    return this.plan;
  }

  private groupingFor(adjustment: Adjustment): CellGrouping | null {
    switch (leverDeclarations[adjustment.lever].cells) {
      case 'scope':
        return groupingOfScope(this.cube, adjustment.where);
      case 'crew':
        return groupingOfCrew(this.cube, adjustment, this.activeReps());
      case 'segments':
        return groupingOfSegments(this.cube);
      case 'none':
        return null;
    }
  }

  private activeReps(): Uint8Array {
    this.active ??= activeReps(this.cube, this.quotas);
    return this.active;
  }

  private waningWeights(): Float64Array {
    this.waning ??= waningOf(this.cube);
    return this.waning;
  }
}

/** Dimensions that a scope names and the lever cannot be narrowed by. */
function foreignDimensions({ lever, where }: Adjustment): readonly ScopeDimension[] {
  const { dimensions } = leverDeclarations[lever];
  return (Object.keys(where) as ScopeDimension[]).filter(
    (dimension) => where[dimension] !== undefined && !dimensions.includes(dimension),
  );
}
