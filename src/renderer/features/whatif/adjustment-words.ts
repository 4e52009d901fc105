import type { LocaleFormat } from '@shared/format/locale-format';
import { leverDeclarations } from '@shared/scenario/lever';
import type { Adjustment } from '@shared/scenario/scenario';
import { type LeverId, scopeDimensions } from '@shared/scenario/scenario';
import type { TFunction } from 'i18next';
import { scaleOf } from './slider-range';

/** One sentence that says what an adjustment does: “Quotas of North × 0.9 (−10 %)”. */
export function adjustmentSentence(
  { lever, where, op, value, method = 'equal', date }: Adjustment,
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
      amount: differenceIn(lever, Math.abs(value), format, t),
    }),
    set: t('whatif:by.set', { amount: amountIn(lever, value, format, t) }),
    spread: t(`whatif:by.spread.${method}`, { amount: amountIn(lever, value, format, t) }),
  }[op];
  const from =
    lever === 'headcount' && date !== undefined ? t('whatif:by.from', { date: format.date(date) }) : '';
  return [what, by, from].filter((part) => part !== '').join(' ');
}

/** A value that a lever is set to, in its unit. */
export function amountIn(lever: LeverId, value: number, format: LocaleFormat, t: TFunction): string {
  switch (leverDeclarations[lever].unit) {
    case 'number':
    case 'reps':
      return format.number(value, lever === 'headcount' ? 1 : 0);
    case 'days':
      return t('whatif:days', { count: value, written: format.number(value, 1) });
    case 'rate':
      return format.percent(value);
    case 'money':
      return format.money(value, 0);
  }
}

/** What a lever adds or takes away: of a rate, in percentage points. */
function differenceIn(lever: LeverId, value: number, format: LocaleFormat, t: TFunction): string {
  const isRate = leverDeclarations[lever].unit === 'rate';
  return isRate ? `${format.number(value * 100, 1)} pp` : amountIn(lever, value, format, t);
}

function signedPercent(factor: number, format: LocaleFormat): string {
  const sign = factor > 1 ? '+' : '';
  return `${sign}${format.percent(scaleOf('price', 'scale').shown(factor) / 100, 2)}`;
}
