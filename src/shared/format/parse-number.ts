import { currencyMarks } from './currency-mark';

/** Every kind of blank that programs put between thousands, U+00A0 and U+202F among them. */
const blanks = /[\s\u00a0\u2007\u2009\u202f]/g;

/** Longer texts are no numbers that anyone means. */
const longestNumber = 200;

/**
 * Reads a number as people and programs write it: `1 234,50`, `1,234.50`, `1.234,50`, `kr 1 234,-`, `(1 234)`, `1 234-`,
 * `12,5 %`. A percentage gives its fraction. Null for text that is no number.
 *
 * @param locale BCP 47; decides about a lone separator before three digits (`1.234`), which is otherwise open.
 */
export function parseNumber(text: string, locale: string): number | null {
  if (text.length > longestNumber || !/\p{N}/u.test(text)) return null;
  const { digits, negative, percent } = stripDecoration(text);
  const plain = toPlainDigits(digits, decimalSeparatorOf(locale));
  if (plain === null) return null;
  const size = Number(plain) / (percent ? 100 : 1);
  if (!Number.isFinite(size)) return null;
  return negative && size !== 0 ? -size : size;
}

const separators = new Map<string, ',' | '.'>();

/** What a locale puts before the decimals. */
export function decimalSeparatorOf(locale: string): ',' | '.' {
  const known = separators.get(locale);
  if (known) return known;
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
  const separator = parts.find(({ type }) => type === 'decimal')?.value === ',' ? ',' : '.';
  separators.set(locale, separator);
  return separator;
}

interface Stripped {
  readonly digits: string;
  readonly negative: boolean;
  readonly percent: boolean;
}

function stripDecoration(text: string): Stripped {
  const bare = text
    .normalize('NFKC')
    .replace(blanks, '')
    .replace(/[−–]/g, '-')
    .replace(currencyMarks, '')
    // By which spreadsheets mark text, and which some exports leave in.
    .replace(/^['’](?=[\d(+-])/, '')
    // Norwegian price tags end in `,-` where there are no øre.
    .replace(/,-{1,2}$/, '');
  const percent = bare.endsWith('%') || bare.startsWith('%');
  const unmarked = percent ? bare.replace(/^%|%$/g, '') : bare;
  const inBrackets = /^\((.+)\)$/.exec(unmarked);
  const signed = inBrackets?.[1] ?? unmarked;
  const sign = /^([+-]?)(.*?)(-?)$/.exec(signed);
  const [, before = '', digits = '', after = ''] = sign ?? [];
  const marks = (inBrackets ? 1 : 0) + (before === '-' ? 1 : 0) + (after === '-' ? 1 : 0);
  return marks > 1 ? { digits: '', negative: false, percent } : { digits, negative: marks === 1, percent };
}

/** Digits with a point before the decimals and nothing between thousands, or null where the separators make no sense. */
function toPlainDigits(digits: string, localeSeparator: ',' | '.'): string | null {
  const ungrouped = digits.replace(/(?<=\d)['’](?=\d{3})/g, '');
  const point = decimalMarkIn(ungrouped, localeSeparator);
  const thousands = point === ',' ? '.' : ',';
  const [whole = '', decimals, ...rest] = point === null ? [ungrouped] : ungrouped.split(point);
  if (rest.length > 0) return null;
  const joined = removeThousands(whole, point === null ? null : thousands);
  if (joined === null) return null;
  const plain = decimals === undefined ? joined : `${joined}.${decimals}`;
  return /^(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? plain : null;
}

/** Which separator stands before the decimals; null where none does. */
function decimalMarkIn(digits: string, localeSeparator: ',' | '.'): ',' | '.' | null {
  const lastComma = digits.lastIndexOf(',');
  const lastPoint = digits.lastIndexOf('.');
  if (lastComma >= 0 && lastPoint >= 0) return lastComma > lastPoint ? ',' : '.';
  if (lastComma < 0 && lastPoint < 0) return null;
  const only = lastComma >= 0 ? ',' : '.';
  if (digits.indexOf(only) !== digits.lastIndexOf(only)) return null;
  return only !== localeSeparator && isGrouped(digits, only) ? null : only;
}

/** Takes thousands separators out where they stand before groups of three; null where they stand elsewhere. */
function removeThousands(whole: string, separator: ',' | '.' | null): string | null {
  const used = separator ?? (whole.includes(',') ? ',' : '.');
  if (!whole.includes(used)) return whole;
  return isGrouped(whole, used) ? whole.split(used).join('') : null;
}

function isGrouped(digits: string, separator: ',' | '.'): boolean {
  const [first = '', ...groups] = digits.split(separator);
  return /^[1-9]\d{0,2}$/.test(first) && groups.length > 0 && groups.every((group) => /^\d{3}$/.test(group));
}
