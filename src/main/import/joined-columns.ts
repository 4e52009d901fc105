import type { DatasetId } from '@shared/model/dataset';
import { parsePeriod, periodKind, periodRange } from '@shared/model/period';
import type { ColumnProfile } from './column-profile';
import { normalizedHeading } from './heading-names';

/** A part of a name, a period or a date that has a column of its own. */
type Part = 'first name' | 'last name' | 'year' | 'quarter' | 'month' | 'week' | 'day';

const partHeadings: Readonly<Record<Part, readonly string[]>> = {
  'first name': ['first name', 'given name', 'fornavn'],
  'last name': ['last name', 'surname', 'family name', 'etternavn'],
  year: ['year', 'fiscal year', 'år', 'aar'],
  quarter: ['quarter', 'fiscal quarter', 'qtr', 'kvartal'],
  month: ['month', 'måned', 'mnd', 'month no', 'month number'],
  week: ['week', 'uke', 'week no', 'ukenr'],
  day: ['day', 'dag'],
};

function partOf(heading: string): Part | null {
  const written = normalizedHeading(heading);
  const found = Object.entries(partHeadings).find(([, headings]) => headings.includes(written));
  return found === undefined ? null : (found[0] as Part);
}

/** Whether a heading is one of a part, such as `First name` or `Year`. */
export function isPartHeading(heading: string): boolean {
  return partOf(heading) !== null;
}

/** Whether two columns fill one field together: first and last name, or a year and what is within it. */
export function joinsWith(
  dataset: DatasetId,
  field: string,
  one: ColumnProfile,
  other: ColumnProfile,
): boolean {
  const parts = [partOf(one.heading), partOf(other.heading)];
  if (parts.includes(null) || parts[0] === parts[1]) return false;
  if (field === 'name') return parts.every((part) => part === 'first name' || part === 'last name');
  const joinsTime = dataset === 'orders' ? field === 'ordered_on' : field === 'period';
  const namesYear = [one, other].every(
    (column, at) => parts[at] === 'year' || !column.distinct.some((text) => /\d{4}/.test(text)),
  );
  return joinsTime && namesYear && parts.every((part) => part !== 'first name' && part !== 'last name');
}

/**
 * The text of a field that several columns fill: the parts of a name with a blank between, or of a period as `2026-Q1`,
 * `2026-03` or, with a day, `2026-03-14`. Parts that make no period are given as they stand.
 */
export function joinedText(columns: readonly { readonly heading: string; readonly text: string }[]): string {
  const plain = columns
    .map(({ text }) => text.trim())
    .filter((text) => text !== '')
    .join(' ');
  const texts = new Map(columns.map(({ heading, text }) => [partOf(heading), text.trim()] as const));
  const year = texts.get('year');
  if (year === undefined || !/^\d{4}$/.test(year)) return plain;
  const within = (['month', 'quarter', 'week'] as const).find((part) => (texts.get(part) ?? '') !== '');
  if (within === undefined) return plain;
  const written = texts.get(within) ?? '';
  const mark = /^\d{1,2}$/.test(written) ? { month: '-', quarter: '-Q', week: '-W' }[within] : ' ';
  const period = parsePeriod(`${year}${mark}${written}`);
  const day = texts.get('day');
  if (period === null) return plain;
  return within === 'month' && day && /^\d{1,2}$/.test(day) ? `${period}-${day.padStart(2, '0')}` : period;
}

/** The first day of a month, quarter or week that stands in a date's place; null for other text. */
export function firstDayOf(text: string): string | null {
  const period = parsePeriod(text);
  const kind = period === null ? null : periodKind(period);
  if (period === null || (kind !== 'month' && kind !== 'quarter' && kind !== 'week')) return null;
  return periodRange(period, 1)?.from ?? null;
}
