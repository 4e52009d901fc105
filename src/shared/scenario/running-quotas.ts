import { resultOfQuota } from '../kpi/formulas/quota-attainment';
import type { CutQuota } from '../kpi/quota-share';
import { type QuotaMeasure, quotaMeasures } from '../model/dataset';
import { type PeriodShare, shareOf } from '../model/period-share';
import type { RunningSums } from './running-sums';
import type { Hire, ScenarioState } from './scenario-state';

/** A sum of cents may miss a quota by its last bits; it has reached it all the same. */
const roundingTolerance = 1e-9;
/** Places in `quotaMeasures` that stand for no measure yet, and for several. */
const noMeasure = -1;
const severalMeasures = -2;

/**
 * Quotas and what reaches them, read again and again from a state: the same as the formulas of `quota-attainment.ts`, into arrays
 * that are kept. NaN stands for no value.
 */
export class RunningQuotas {
  /** By index of rep. */
  readonly attainments: Float64Array;
  attainment = Number.NaN;
  repsAtQuota = Number.NaN;
  /** What the result still lacks of a quota in money. */
  missing = Number.NaN;
  private readonly repOf: Int32Array;
  private readonly measureOf: Int32Array;
  /** By place in `quotaMeasures`: whether any quota is set for it. */
  private readonly isUsed: readonly boolean[];
  /** What of each quota counts for its rep, and for the whole. */
  private readonly own: Shares;
  private readonly whole: Shares;
  /** By place in `quotaMeasures`, then rep: the quota, and its result where the measure is used. */
  private readonly quotas: readonly Float64Array[];
  private readonly results: (Float64Array | null)[];

  constructor(
    private readonly state: ScenarioState,
    private readonly sums: RunningSums,
  ) {
    const { reps } = state.cube;
    const { cuts } = state.quotas;
    const indices = new Map(reps.map(({ name }, index) => [name, index]));
    this.repOf = Int32Array.from(cuts, ({ quota }) =>
      quota.rep === '' ? -1 : (indices.get(quota.rep) ?? -1),
    );
    this.measureOf = Int32Array.from(cuts, ({ quota }) => quotaMeasures.indexOf(quota.measure));
    this.isUsed = quotaMeasures.map((_, place) => this.measureOf.includes(place));
    this.own = sharesOf(cuts, ({ share }) => share);
    this.whole = sharesOf(cuts, ({ teamShare }) => teamShare);
    this.quotas = quotaMeasures.map(() => new Float64Array(reps.length));
    this.results = quotaMeasures.map(() => null);
    this.attainments = new Float64Array(reps.length);
  }

  run(): void {
    for (const [place, measure] of quotaMeasures.entries()) {
      this.results[place] = this.isUsed[place] ? this.sums.byRep(resultOfQuota[measure]) : null;
      this.quotas[place]?.fill(0);
    }
    const whole = this.sumQuotas();
    this.runReps();
    this.runWhole(whole);
  }

  private runReps(): void {
    let [count, reaching] = [0, 0];
    const note = (reaches: boolean | null, heads: number): void => {
      if (reaches === null) return;
      count += heads;
      if (reaches) reaching += heads;
    };
    for (let rep = 0; rep < this.attainments.length; rep += 1) note(this.repReaches(rep), 1);
    for (const hire of this.state.hires) note(this.hireReaches(hire), Math.ceil(hire.count));
    this.repsAtQuota = count === 0 ? Number.NaN : reaching / count;
  }

  /** Adds up the quotas of each rep; gives that of the whole. */
  private sumQuotas(): WholeQuota {
    const { repOf, measureOf, quotas, own, whole } = this;
    const { quotaAmounts, quotaPresence } = this.state;
    let [quota, found] = [0, noMeasure];
    for (let place = 0; place < repOf.length; place += 1) {
      const amount = (quotaAmounts[place] ?? 0) * (quotaPresence[place] ?? 1);
      const measure = measureOf[place] ?? 0;
      const counted = partOf(amount, place, whole);
      if (counted > 0) {
        quota += counted;
        found = withMeasure(found, measure);
      }
      const rep = repOf[place] ?? -1;
      const ofReps = quotas[measure];
      if (rep >= 0 && ofReps !== undefined) ofReps[rep] = (ofReps[rep] ?? 0) + partOf(amount, place, own);
    }
    return { quota, found };
  }

  /** Null for a rep without a quota; with quotas of several measures each must be reached, and there is no one attainment. */
  private repReaches(rep: number): boolean | null {
    let [measures, reaches] = [0, true];
    this.attainments[rep] = Number.NaN;
    for (let place = 0; place < quotaMeasures.length; place += 1) {
      const quota = this.quotas[place]?.[rep] ?? 0;
      if (quota <= 0) continue;
      const result = this.results[place]?.[rep] ?? 0;
      measures += 1;
      this.attainments[rep] = measures === 1 ? result / quota : Number.NaN;
      reaches &&= result >= quota * (1 - roundingTolerance);
    }
    return measures === 0 ? null : reaches;
  }

  /** Null for a new rep without a quota. */
  private hireReaches(hire: Hire): boolean | null {
    let reaches: boolean | null = null;
    for (let place = 0; place < quotaMeasures.length; place += 1) {
      const measure = quotaMeasures[place];
      const quota = this.quotaOfHire(hire, place, 'share');
      if (measure === undefined || quota <= 0) continue;
      const own = this.sums.ofHire(resultOfQuota[measure], hire) >= quota * (1 - roundingTolerance);
      reaches = (reaches ?? true) && own;
    }
    return reaches;
  }

  private runWhole({ quota: ofReps, found: ofRepsIn }: WholeQuota): void {
    let [quota, found] = [ofReps, ofRepsIn];
    for (const hire of this.state.hires) {
      for (let place = 0; place < quotaMeasures.length; place += 1) {
        const amount = hire.count * this.quotaOfHire(hire, place, 'teamShare');
        if (amount <= 0) continue;
        quota += amount;
        found = withMeasure(found, place);
      }
    }
    const measure: QuotaMeasure | undefined = quotaMeasures[found];
    const result = measure === undefined ? Number.NaN : this.sums.total(resultOfQuota[measure]);
    this.attainment = measure === undefined ? Number.NaN : result / quota;
    this.missing = measure === 'bookings' || measure === 'revenue' ? quota - result : Number.NaN;
  }

  /** What one new rep carries. */
  private quotaOfHire(
    hire: Hire,
    measure: number,
    share: keyof Pick<CutQuota, 'share' | 'teamShare'>,
  ): number {
    const { cuts } = this.state.quotas;
    let quota = 0;
    for (let place = 0; place < cuts.length; place += 1) {
      const own = hire.quotaShare[place] ?? 0;
      const cut = cuts[place]?.[share];
      if (own === 0 || cut === undefined || this.measureOf[place] !== measure) continue;
      quota += own * shareOf(this.state.quotaAmounts[place] ?? 0, cut);
    }
    return quota;
  }
}

/** A quota, and the place in `quotaMeasures` of what it is of. */
interface WholeQuota {
  readonly quota: number;
  readonly found: number;
}

function withMeasure(found: number, measure: number): number {
  return found === noMeasure || found === measure ? measure : severalMeasures;
}

/** Shares of quotas side by side, which are gone through faster than one object each. */
interface Shares {
  readonly covered: Float64Array;
  readonly of: Float64Array;
}

/** As `shareOf` has it. */
function partOf(amount: number, place: number, { covered, of }: Shares): number {
  const [part, whole] = [covered[place] ?? 0, of[place] ?? 1];
  return part === whole ? amount : (amount * part) / whole;
}

function sharesOf(cuts: readonly CutQuota[], share: (cut: CutQuota) => PeriodShare): Shares {
  return {
    covered: Float64Array.from(cuts, (cut) => share(cut).covered),
    of: Float64Array.from(cuts, (cut) => share(cut).of),
  };
}
