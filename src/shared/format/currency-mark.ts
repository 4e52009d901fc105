/** What people and programs write before or behind an amount. */
export const currencyMarks = /(?:kr\.?|nok|sek|dkk|isk|eur|usd|gbp|chf|pln|us\$|[€$£¥₹])/gi;

/** The currencies (ISO 4217) that a mark may stand for, where it is not a code itself. */
const meanings: Readonly<Record<string, readonly string[]>> = {
  kr: ['NOK', 'SEK', 'DKK', 'ISK'],
  us$: ['USD'],
  $: ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'MXN'],
  '€': ['EUR'],
  '£': ['GBP'],
  '¥': ['JPY', 'CNY'],
  '₹': ['INR'],
};

export interface CurrencyMark {
  /** As it is written. */
  readonly mark: string;
  /** ISO 4217: what it may stand for. */
  readonly currencies: readonly string[];
}

/** The mark of a currency in the text of an amount; null where it has none. */
export function currencyMarkIn(text: string): CurrencyMark | null {
  // Most amounts are nothing but digits, signs and separators.
  if (!/[^\d\s.,()+%'−–-]/.test(text)) return null;
  const [mark] = text.match(currencyMarks) ?? [];
  if (mark === undefined) return null;
  const written = mark.toLowerCase().replace('.', '');
  return { mark, currencies: meanings[written] ?? [written.toUpperCase()] };
}
