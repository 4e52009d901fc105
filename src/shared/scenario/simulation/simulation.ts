import type { Adjustment } from '../scenario';
import { type CorrelatedPair, type DrawInputs, drawInputs } from './draw-inputs';
import { seededUniforms } from './random';
import type { UncertainInput } from './simulated-inputs';

/** What a run of a simulation reads: a scenario's outcome, written into arrays that are used again for every run. */
export interface SimulationModel {
  /** Ids of the KPIs, in the order in which they are written. */
  readonly kpis: readonly string[];
  /** Ids of the KPIs that add up over the months, in order; for each the months follow one another. */
  readonly monthly: readonly string[];
  readonly months: number;
  /** @param kpis NaN where a KPI has no value. @param months of each KPI that adds up: what each month brings. */
  read(adjustments: readonly Adjustment[], kpis: Float64Array, months: Float64Array): void;
}

export interface SimulationQuestion {
  readonly adjustments: readonly Adjustment[];
  readonly inputs: readonly UncertainInput[];
  readonly correlations: readonly CorrelatedPair[];
  readonly seed: number;
  /** How many runs there will be. */
  readonly runs: number;
}

/**
 * Draws the unsure numbers of a scenario again and again and keeps what each run comes to. The same question has the same runs to
 * the last bit, however they are divided into parts, in the window and on the command line.
 */
export class Simulation {
  /** Runs made so far. */
  done = 0;
  readonly runs: number;
  readonly inputs: readonly UncertainInput[];
  /** By input: what each run drew. */
  readonly drawn: readonly Float64Array[];
  /** By KPI of the model: what each run came to; NaN for no value. */
  readonly outcomes: readonly Float64Array[];
  /** By KPI that adds up, then month: the sum up to the month's end of each run. */
  readonly courses: readonly (readonly Float64Array[])[];

  private readonly draw: DrawInputs;
  /** Of its own, so that a run writes its numbers into them. */
  private readonly adjustments: { -readonly [Field in keyof Adjustment]: Adjustment[Field] }[];
  private readonly oneDraw: Float64Array;
  private readonly oneOutcome: Float64Array;
  private readonly oneCourse: Float64Array;

  /** @throws QuotabenchError `correlationUnknownInput`, `correlationsImpossible`. */
  constructor(
    readonly model: SimulationModel,
    { adjustments, inputs, correlations, seed, runs }: SimulationQuestion,
  ) {
    const column = () => new Float64Array(runs);
    this.runs = runs;
    this.inputs = inputs;
    this.draw = drawInputs(inputs, correlations, seededUniforms(seed));
    this.adjustments = adjustments.map((adjustment) => ({ ...adjustment }));
    this.drawn = inputs.map(column);
    this.outcomes = model.kpis.map(column);
    this.courses = model.monthly.map(() => Array.from({ length: model.months }, column));
    this.oneDraw = new Float64Array(inputs.length);
    this.oneOutcome = new Float64Array(model.kpis.length);
    this.oneCourse = new Float64Array(model.monthly.length * model.months);
  }

  /** Makes some more runs, up to as many as were asked for. */
  advance(count: number): void {
    const end = Math.min(this.runs, this.done + count);
    for (let run = this.done; run < end; run += 1) {
      this.draw(this.oneDraw);
      for (const [place, input] of this.inputs.entries()) {
        const value = this.oneDraw[place] ?? 0;
        const adjustment = this.adjustments[input.place];
        if (adjustment) adjustment[input.field] = value;
        write(this.drawn[place], run, value);
      }
      this.model.read(this.adjustments, this.oneOutcome, this.oneCourse);
      for (const [place, values] of this.outcomes.entries())
        write(values, run, this.oneOutcome[place] ?? Number.NaN);
      this.keepCourse(run);
    }
    this.done = end;
  }

  private keepCourse(run: number): void {
    for (const [place, months] of this.courses.entries()) {
      let sum = 0;
      for (const [month, values] of months.entries()) {
        sum += this.oneCourse[place * this.model.months + month] ?? 0;
        write(values, run, sum);
      }
    }
  }
}

function write(values: Float64Array | undefined, run: number, value: number): void {
  if (values) values[run] = value;
}
