import { leverDeclarations } from '@shared/scenario/lever';
import type { LeverId, Operation } from '@shared/scenario/scenario';
import { stepFor } from '@shared/scenario/typical-value';

/** In what a person reads: per cent for a factor or a rate, else the amount. */
export interface SliderRange {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Where nothing is changed, from which the slider is filled. */
  readonly start: number;
}

/** The slider's reach where nothing tells what is sensible. */
const reach = 50;
/** How far the slider moves a rate, in percentage points. */
const reachOfRate = 20;
/** How many reps the slider adds or takes away. */
const reachOfReps = 10;

/** Per cent: half down to half up. Amounts: the same about what is typical today. Rates: within 0 and 100 %. Reps: whole ones. */
export function sliderOf(lever: LeverId, op: Operation, typical: number | null): SliderRange {
  const { unit } = leverDeclarations[lever];
  if (op === 'scale') return { min: -reach, max: reach, step: 1, start: 0 };
  if (unit === 'rate') {
    if (op === 'add') return { min: -reachOfRate, max: reachOfRate, step: 1, start: 0 };
    return { min: 0, max: 100, step: 1, start: Math.round((typical ?? 0) * 100) };
  }
  if (unit === 'reps') {
    const now = Math.round(typical ?? 0);
    if (op === 'add') return { min: -Math.min(now, reachOfReps), max: reachOfReps, step: 1, start: 0 };
    return { min: 0, max: Math.max(2 * now, reachOfReps), step: 1, start: now };
  }
  const middle = typical ?? 2 * reach;
  const step = stepFor(middle);
  const half = Math.round(middle / 2 / step) * step;
  if (op === 'add') return { min: -half, max: half, step, start: 0 };
  const start = Math.round(middle / step) * step;
  return { min: start - half, max: start + half, step, start };
}

/** How the number of a lever is read and written beside its slider. */
export interface Scale {
  readonly suffix: string | undefined;
  shown(value: number): number;
  value(shown: number): number;
}

/** A factor as a change in per cent, a rate in per cent or percentage points, and everything else as it is. */
export function scaleOf(lever: LeverId, op: Operation): Scale {
  if (op === 'scale') {
    return {
      suffix: ' %',
      // Without the dust of binary fractions.
      shown: (factor) => rounded((factor - 1) * 100, 6),
      value: (percent) => rounded(1 + percent / 100, 8),
    };
  }
  if (leverDeclarations[lever].unit === 'rate') {
    return {
      suffix: op === 'add' ? ' pp' : ' %',
      shown: (rate) => rounded(rate * 100, 6),
      value: (percent) => rounded(percent / 100, 8),
    };
  }
  return { suffix: undefined, shown: (value) => value, value: (shown) => shown };
}

function rounded(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
