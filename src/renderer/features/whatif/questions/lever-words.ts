import type { LocaleFormat } from '@shared/format/locale-format';
import type { Adjustment } from '@shared/scenario/scenario';
import type { TFunction } from 'i18next';
import { amountIn } from '../adjustment-words';

/** One value of a lever for an axis or a table's edge: a change in per cent of a scale, else the amount. */
export function leverValue(
  { lever, op }: Pick<Adjustment, 'lever' | 'op'>,
  value: number,
  format: LocaleFormat,
  t: TFunction,
): string {
  return op === 'scale' ? format.signedPercent(value - 1) : amountIn(lever, value, format, t);
}
