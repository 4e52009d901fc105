import { parseNumber } from '@shared/format/parse-number';
import type { FieldValues } from '../database/rows/row-rules';
import type { ColumnProfile } from './column-profile';

const percentHeading = /%|\b(percent|percentage|pct|prosent|rate|sats)\b|prosent$/i;

/**
 * Whether a column of numbers gives rates: its heading says so, its cells show a percent sign, or, for a discount, all its
 * numbers lie between 0 and 1, as no discount in money does.
 */
export function isRateColumn(field: string | null, { heading, type, distinct }: ColumnProfile): boolean {
  if (type === 'percent') return true;
  if (type !== 'number') return false;
  if (percentHeading.test(heading)) return true;
  const numbers = numbersIn(distinct);
  return (
    field === 'discount' &&
    numbers.some((number) => number > 0) &&
    numbers.every((number) => number >= 0 && number <= 1)
  );
}

/** 100 where the numbers of a column of rates are per cent, such as 12.5; 1 where they are fractions, such as 0.125. */
export function wholeOf(profile: ColumnProfile | undefined): number {
  return numbersIn(profile?.distinct ?? []).some((number) => Math.abs(number) > 1) ? 100 : 1;
}

function numbersIn(texts: readonly string[]): readonly number[] {
  return texts.filter((text) => !text.includes('%')).flatMap((text) => parseNumber(text, 'nb-NO') ?? []);
}

/** The discount in money of an order whose discount is given as a fraction; null where there is nothing to take it of. */
export function discountOfRate({ discount, quantity, unit_price, amount }: FieldValues): number | null {
  if (typeof discount !== 'number') return null;
  if (typeof quantity === 'number' && typeof unit_price === 'number')
    return inMoney(discount * quantity * unit_price);
  // The amount is what was left to pay: gross × (1 − rate).
  return typeof amount === 'number' && discount < 1 ? inMoney((amount * discount) / (1 - discount)) : null;
}

/** Takes the binary noise off a product of decimal numbers. */
function inMoney(value: number): number {
  return Number(value.toPrecision(15));
}
