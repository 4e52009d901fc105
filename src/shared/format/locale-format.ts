import type { KpiUnit } from '../kpi/declaration';

/**
 * How values are written for people in one locale. A missing value is an en dash in every form, so that it is never read as 0.
 */
export interface LocaleFormat {
  readonly locale: string;
  number(value: number | null, maximumDigits?: number): string;
  money(value: number | null, digits?: number): string;
  /** A fraction: 0.25 is 25 %. */
  percent(value: number | null, digits?: number): string;
  /** A calendar date `YYYY-MM-DD`. */
  date(value: string | null): string;
  /** A moment of this machine's clock. */
  time(value: Date): string;
  /** A value of a KPI in its unit. `compact` shortens large amounts for cards and axes. */
  kpi(value: number | null, unit: KpiUnit, options?: { readonly compact?: boolean }): string;
  /** A fraction with its sign: 0.25 is +25 %. */
  signedPercent(value: number | null): string;
  /** A difference between two values of a KPI, with its sign. */
  change(value: number | null, unit: KpiUnit): string;
  /** `2026`, `2026-Q1`, `2026-03`, `2026-W12`, `FY2026` or a date as people write it. */
  period(key: string): string;
}

export const missingValue = '–';

const made = new Map<string, LocaleFormat>();

/** @param locale BCP 47. @param currency ISO 4217, the workspace's. */
export function localeFormat(locale: string, currency: string): LocaleFormat {
  const key = `${locale} ${currency}`;
  const kept = made.get(key) ?? createFormat(locale, currency);
  made.set(key, kept);
  return kept;
}

function createFormat(locale: string, currency: string): LocaleFormat {
  const formatters = new Map<string, Intl.NumberFormat>();
  const write = (value: number | null, options: Intl.NumberFormatOptions): string => {
    if (value === null || !Number.isFinite(value)) return missingValue;
    const key = JSON.stringify(options);
    const formatter = formatters.get(key) ?? new Intl.NumberFormat(locale, options);
    formatters.set(key, formatter);
    // −0 would be written with a sign.
    const number = value === 0 ? 0 : value;
    return options.style === 'currency' && isNorwegian(locale)
      ? withCurrencyLast(formatter.formatToParts(number))
      : formatter.format(number);
  };
  const day = new Intl.DateTimeFormat(locale, { ...dateStyle(locale), timeZone: 'UTC' });
  const month = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
  const optionsOf = unitOptions(locale, currency);

  return {
    locale,
    number: (value, maximumDigits = 2) => write(value, { maximumFractionDigits: maximumDigits }),
    money: (value, digits = 2) =>
      write(value, {
        style: 'currency',
        currency,
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }),
    percent: (value, digits = 1) => write(value, { style: 'percent', maximumFractionDigits: digits }),
    date: (value) => (value === null ? missingValue : day.format(new Date(`${value}T00:00:00Z`))),
    time: (value) => clock.format(value),
    signedPercent: (value) =>
      write(value, { style: 'percent', maximumFractionDigits: 1, signDisplay: 'exceptZero' }),
    kpi: (value, unit, { compact = false } = {}) => write(value, optionsOf(unit, compact, value)),
    change: (value, unit) => {
      if (unit !== 'percent')
        return write(value, { ...optionsOf(unit, true, value), signDisplay: 'exceptZero' });
      // The difference of two percentages is in percentage points.
      const points = write(value === null ? null : value * 100, {
        maximumFractionDigits: 1,
        signDisplay: 'exceptZero',
      });
      return value === null ? points : `${points} pp`;
    },
    period: (key) =>
      /^\d{4}-\d{2}$/.test(key)
        ? month.format(new Date(`${key}-01T00:00:00Z`))
        : writePeriod(key, locale, day),
  };
}

function isNorwegian(locale: string): boolean {
  return /^(nb|nn|no)\b/.test(locale);
}

/**
 * `1 234 567,89 kr`: Norwegian has the currency after the amount, as Språkrådet advises, while the Unicode locale data of some
 * runtimes put it in front.
 */
function withCurrencyLast(parts: readonly Intl.NumberFormatPart[]): string {
  const symbol = parts.find(({ type }) => type === 'currency')?.value ?? '';
  const amount = parts.flatMap(({ type, value }) => (type === 'currency' ? [] : [value])).join('');
  const sign = /^[-−+]/.exec(amount.trim())?.[0] ?? '';
  return `${sign}${amount.replace(sign, '').trim()}\u00a0${symbol}`;
}

/** Digits alone for Norwegian (23.11.2026); elsewhere the month's name, as digits alone would be ambiguous. */
function dateStyle(locale: string): Intl.DateTimeFormatOptions {
  return isNorwegian(locale)
    ? { day: '2-digit', month: '2-digit', year: 'numeric' }
    : { day: 'numeric', month: 'short', year: 'numeric' };
}

function unitOptions(
  locale: string,
  currency: string,
): (unit: KpiUnit, compact: boolean, value: number | null) => Intl.NumberFormatOptions {
  const money = { style: 'currency', currency } as const;
  const compactly = { notation: 'compact', maximumSignificantDigits: 4 } as const;
  return (unit, compact, value) => {
    // Norwegian has no short word for thousands.
    const isShort = compact && (!isNorwegian(locale) || Math.abs(value ?? 0) >= 1_000_000);
    switch (unit) {
      case 'money':
      case 'money_per_day':
        return isShort ? { ...money, ...compactly } : { ...money, maximumFractionDigits: 0 };
      case 'percent':
        return { style: 'percent', maximumFractionDigits: 1 };
      case 'number':
        return isShort ? compactly : { maximumFractionDigits: 1 };
      case 'days':
      case 'index':
        return { maximumFractionDigits: 1 };
      case 'ratio':
      case 'elasticity':
        return { maximumFractionDigits: 2 };
    }
  };
}

function writePeriod(key: string, locale: string, day: Intl.DateTimeFormat): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(key)) return day.format(new Date(`${key}T00:00:00Z`));
  const quarter = /^(\d{4})-Q([1-4])$/.exec(key);
  if (quarter)
    return isNorwegian(locale) ? `${quarter[2]}. kv. ${quarter[1]}` : `Q${quarter[2]} ${quarter[1]}`;
  const week = /^(\d{4})-W(\d{2})$/.exec(key);
  if (week)
    return isNorwegian(locale) ? `Uke ${Number(week[2])}, ${week[1]}` : `Week ${Number(week[2])}, ${week[1]}`;
  const fiscal = /^FY(\d{4})$/.exec(key);
  if (fiscal) return isNorwegian(locale) ? `Regnskapsåret ${fiscal[1]}` : `Fiscal year ${fiscal[1]}`;
  return key;
}
