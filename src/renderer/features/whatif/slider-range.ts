import type { Operation } from '@shared/scenario/scenario';
import { stepFor } from '@shared/scenario/typical-value';

export interface SliderRange {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Where nothing is changed, from which the slider is filled. */
  readonly start: number;
}

/** The slider's reach where nothing tells what is sensible. */
const reach = 50;

/** Per cent: half down to half up. Amounts: the same about what is typical today. */
export function sliderOf(op: Operation, typical: number | null): SliderRange {
  if (op === 'scale') return { min: -reach, max: reach, step: 1, start: 0 };
  const middle = typical ?? 2 * reach;
  const step = stepFor(middle);
  const half = Math.round(middle / 2 / step) * step;
  if (op === 'add') return { min: -half, max: half, step, start: 0 };
  const start = Math.round(middle / step) * step;
  return { min: start - half, max: start + half, step, start };
}
