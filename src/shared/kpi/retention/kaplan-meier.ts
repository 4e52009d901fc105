/** How long one subject was observed, and whether the event, such as the loss of a customer, ended that. */
export interface Duration {
  /** In any unit, the same for all; not below 0. */
  readonly time: number;
  /** False: still there when the observation ended. */
  readonly ended: boolean;
}

/** The curve from one time at which somebody was lost until the next. */
export interface SurvivalStep {
  readonly time: number;
  /** Subjects still observed just before this time. */
  readonly atRisk: number;
  readonly lost: number;
  /** The share that stays longer than this time. */
  readonly survival: number;
  /** The 95 % interval of the share; null where nobody is left to judge by. */
  readonly low: number | null;
  readonly high: number | null;
}

/** Of the standard normal distribution, two-sided 95 %. */
const z = 1.959963984540054;

/**
 * The share of subjects that stays longer than each time, by the product-limit estimator of Kaplan & Meier (1958), "Nonparametric
 * Estimation from Incomplete Observations", JASA 53(282): those whose end has not been seen count for as long as they were observed.
 * The interval is the one on the log(−log) scale with Greenwood's (1926) variance (Kalbfleisch & Prentice 1980), which stays between
 * 0 and 1.
 */
export function survivalCurve(durations: readonly Duration[]): readonly SurvivalStep[] {
  const sorted = [...durations].sort((one, other) => one.time - other.time);
  const steps: SurvivalStep[] = [];
  let survival = 1;
  let greenwood = 0;
  for (let index = 0; index < sorted.length; ) {
    const time = sorted[index]?.time ?? 0;
    const atRisk = sorted.length - index;
    let lost = 0;
    for (; index < sorted.length && sorted[index]?.time === time; index += 1) {
      if (sorted[index]?.ended === true) lost += 1;
    }
    if (lost === 0) continue;
    survival *= 1 - lost / atRisk;
    greenwood += lost / (atRisk * (atRisk - lost));
    steps.push({ time, atRisk, lost, survival, ...intervalOf(survival, greenwood) });
  }
  return steps;
}

function intervalOf(survival: number, greenwood: number): Pick<SurvivalStep, 'low' | 'high'> {
  if (survival <= 0 || survival >= 1) return { low: null, high: null };
  const spread = (z * Math.sqrt(greenwood)) / Math.log(survival);
  return { low: survival ** Math.exp(-spread), high: survival ** Math.exp(spread) };
}

/** The share that stays longer than a time: that of the last step up to it; null after the last time observed. */
export function survivalAt(
  steps: readonly SurvivalStep[],
  time: number,
  lastObserved: number,
): Pick<SurvivalStep, 'survival' | 'low' | 'high'> | null {
  if (time > lastObserved) return null;
  const passed = steps.filter((step) => step.time <= time);
  return passed.at(-1) ?? { survival: 1, low: null, high: null };
}

/** The first time at which half of the subjects or fewer are left; null where more than half stay as long as was observed. */
export function medianSurvival(steps: readonly SurvivalStep[]): number | null {
  return steps.find(({ survival }) => survival <= 0.5)?.time ?? null;
}
