import { choiceName } from '../language/choice-name';
import { isCalendarDate } from '../model/calendar-date';
import { choiceOf } from '../model/choice-names';
import type { CellValue, FieldKind } from '../model/dataset';
import { isEmailAddress } from '../model/email-address';
import type { ErrorDescription } from '../model/error';
import { parsePeriod } from '../model/period';
import { parseCalendarDate } from './parse-date';
import { parseNumber } from './parse-number';

/** How text is to be read where it can be read in more than one way. */
export interface ReadingRules {
  /** BCP 47. */
  readonly locale: string;
  readonly dayFirst: boolean;
  /** Whether that holds for every date without exception, as within one column of a sheet. */
  readonly strict?: boolean;
}

export type FieldReading =
  | { readonly ok: true; readonly value: CellValue }
  | { readonly ok: false; readonly reason: ErrorDescription };

/** Month before day only where the locale is American. */
export function rulesOf(locale: string): ReadingRules {
  return { locale, dayFirst: locale !== 'en-US' };
}

/**
 * Reads a value for a field as it was typed, pasted or imported. Text is trimmed; empty text is an empty cell. A reference is
 * read as the name that it is.
 */
export function readField(type: FieldKind, given: CellValue, rules: ReadingRules): FieldReading {
  const value = typeof given === 'string' ? given.trim() : given;
  if (value === null || value === '') return { ok: true, value: null };
  switch (type.kind) {
    case 'text':
    case 'reference':
      return { ok: true, value: plainText(String(value)) };
    case 'email':
      return check(isEmailAddress(String(value)), String(value), 'cellNotEmail');
    case 'number':
    case 'integer':
    case 'money':
    case 'percent':
      return readNumber(type, value, rules);
    case 'date':
      return readDate(String(value), rules);
    case 'period':
      return readPeriod(String(value), rules);
    case 'choice': {
      const choice = choiceOf(String(value), type.choices);
      if (choice !== null) return { ok: true, value: choice };
      const language = rules.locale.startsWith('nb') ? 'nb' : 'en';
      const choices = type.choices.map((one) => choiceName(one, language)).join(', ');
      return refused('cellNotChoice', { value, choices });
    }
  }
}

/** What most texts are: words of ASCII with one blank between them. */
const alreadyPlain = /^[!-~]+(?: [!-~]+)*$/;

/** Characters that nobody sees would make two names of one. */
function plainText(text: string): string {
  if (alreadyPlain.test(text)) return text;
  return text
    .normalize('NFC')
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function refused(code: ErrorDescription['code'], parameters: ErrorDescription['parameters']): FieldReading {
  return { ok: false, reason: { code, parameters } };
}

function check(good: boolean, value: string, code: ErrorDescription['code']): FieldReading {
  return good ? { ok: true, value } : refused(code, { value });
}

function readNumber(
  type: Extract<FieldKind, { kind: 'number' | 'integer' | 'money' | 'percent' }>,
  value: string | number,
  { locale }: ReadingRules,
): FieldReading {
  const number = typeof value === 'number' ? value : parseNumber(value, locale);
  if (number === null || !Number.isFinite(number)) {
    return refused('cellNotNumber', { value, example: new Intl.NumberFormat(locale).format(1234.5) });
  }
  if (type.kind === 'integer' && !Number.isInteger(number)) return refused('cellNotInteger', { value });
  const minimum = 'minimum' in type ? type.minimum : undefined;
  if (minimum !== undefined && number < minimum) return refused('cellBelowMinimum', { value, minimum });
  return { ok: true, value: number };
}

function readDate(text: string, { locale, dayFirst, strict }: ReadingRules): FieldReading {
  const date = parseCalendarDate(text, { dayFirst, strict });
  if (date !== null) return { ok: true, value: date };
  if (parseCalendarDate(text, { dayFirst: !dayFirst }) !== null) {
    return refused(dayFirst ? 'cellMonthFirst' : 'cellDayFirst', { value: text });
  }
  return refused('cellNotDate', {
    value: text,
    example: locale.startsWith('nb') ? '23.11.2026' : '2026-11-23',
  });
}

/** A date stands for its month. */
function readPeriod(text: string, { dayFirst }: ReadingRules): FieldReading {
  const period = parsePeriod(text);
  if (period !== null) return { ok: true, value: period };
  const date = isCalendarDate(text) ? text : parseCalendarDate(text, { dayFirst });
  return date === null ? refused('cellNotPeriod', { value: text }) : { ok: true, value: date.slice(0, 7) };
}
