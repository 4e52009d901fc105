import type { LocaleFormat } from '@shared/format/locale-format';
import type { Adjustment } from '@shared/scenario/scenario';
import { type LeverId, scopeDimensions } from '@shared/scenario/scenario';
import type { TFunction } from 'i18next';
import { scaleOf } from './slider-range';

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
    add: t(value < 0 ? 'whatif:by.less' : 'whatif:by.more', {
      amount: differenceIn(lever, Math.abs(value), format),
    }),
    set: t('whatif:by.set', { amount: amountIn(lever, value, format) }),
    spread: t('whatif:by.spread', { amount: amountIn(lever, value, format) }),
  }[op];
  return `${what} ${by}`;
}

/** A value that a lever is set to, in its unit. */
export function amountIn(lever: LeverId, value: number, format: LocaleFormat): string {
  switch (lever) {
    case 'volume':
      return format.number(value, 0);
    case 'win_rate':
      return format.percent(value);
    default:
      return format.money(value, 0);
  }
}

/** What a lever adds or takes away: of a rate, in percentage points. */
function differenceIn(lever: LeverId, value: number, format: LocaleFormat): string {
  return lever === 'win_rate' ? `${format.number(value * 100, 1)} pp` : amountIn(lever, value, format);
}

function signedPercent(factor: number, format: LocaleFormat): string {
  const sign = factor > 1 ? '+' : '';
  return `${sign}${format.percent(scaleOf('price', 'scale').shown(factor) / 100, 2)}`;
}
