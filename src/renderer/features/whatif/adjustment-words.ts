import type { LocaleFormat } from '@shared/format/locale-format';
import type { Adjustment } from '@shared/scenario/scenario';
import { scopeDimensions } from '@shared/scenario/scenario';
import type { TFunction } from 'i18next';

/** One sentence that says what an adjustment does: “Quotas of North × 0.9 (−10 %)”. */
export function adjustmentSentence(
  { lever, where, op, value }: Adjustment,
  format: LocaleFormat,
  t: TFunction,
): string {
  const names = scopeDimensions.flatMap((dimension) => where[dimension] ?? []);
  const what =
    names.length === 0
      ? t(`whatif:lever.${lever}.all`)
      : t(`whatif:lever.${lever}.of`, { names: names.join(', ') });
  const by = {
    scale: t('whatif:by.scale', { percent: signedPercent(value, format) }),
    add: t(value < 0 ? 'whatif:by.less' : 'whatif:by.more', { amount: format.money(Math.abs(value), 0) }),
    set: t('whatif:by.set', { amount: format.money(value, 0) }),
  }[op];
  return `${what} ${by}`;
}

/** 0.9 is −10 %. */
export function percentOfFactor(factor: number): number {
  return Math.round((factor - 1) * 100 * 1e6) / 1e6;
}

/** −10 % is 0.9. */
export function factorOfPercent(percent: number): number {
  return Math.round((1 + percent / 100) * 1e8) / 1e8;
}

function signedPercent(factor: number, format: LocaleFormat): string {
  const sign = factor > 1 ? '+' : '';
  return `${sign}${format.percent(percentOfFactor(factor) / 100, 2)}`;
}
