import { parseNumber } from '@shared/format/parse-number';
import type { KpiUnit } from '@shared/kpi/declaration';

/**
 * Reads a target as it is typed. For a rate, `25 %`, `25` and `0,25` are the same: a number of 1 or more without a sign counts as
 * per cent, as in a spreadsheet's cell of per cents. Null for text that is no number.
 *
 * @param locale BCP 47
 */
export function readTargetValue(text: string, unit: KpiUnit, locale: string): number | null {
  const number = parseNumber(text, locale);
  if (number === null || unit !== 'percent' || text.includes('%')) return number;
  return Math.abs(number) >= 1 ? number / 100 : number;
}
