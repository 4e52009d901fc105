import { type CurrencyMark, currencyMarkIn } from '@shared/format/currency-mark';

/** The currencies of the languages in which `kr` and `$` are told apart, by the language's number: [MS-LCID]. */
const byLanguage: Readonly<Record<number, string>> = {
  1044: 'NOK',
  2068: 'NOK',
  1053: 'SEK',
  1030: 'DKK',
  1039: 'ISK',
  1033: 'USD',
  4105: 'CAD',
  3081: 'AUD',
  5129: 'NZD',
  1041: 'JPY',
  2052: 'CNY',
};

/** Marks in brackets with the number of a language, texts in quotation marks, escaped characters and signs that stand by themselves. */
const shown =
  /\[\$(?<mark>[^\]-]*)(?:-(?<language>[0-9a-f]+))?[^\]]*\]|"(?<text>[^"]*)"|\\(?<escaped>.)|(?<sign>[€$£¥₹])|\[[^\]]*\]|_.|\*./gi;

/**
 * The currency in which a number format shows amounts: ECMA-376 part 1, 18.8.31. Null for formats without one, and for those that show
 * whatever currency the reader's own machine is set to.
 */
export function currencyOfFormat(format: string): CurrencyMark | null {
  for (const { groups = {} } of format.matchAll(shown)) {
    const { mark, language, text, escaped, sign } = groups;
    const written = (mark ?? text ?? escaped ?? sign ?? '').trim();
    const found = written === '' ? null : currencyMarkIn(written);
    // Part of a longer text is not a mark: "nok" in "nokså".
    if (found === null || found.mark.length !== written.length) continue;
    const named = language === undefined ? undefined : byLanguage[Number.parseInt(language, 16) & 0xffff];
    return named !== undefined && found.currencies.includes(named)
      ? { mark: named, currencies: [named] }
      : found;
  }
  return null;
}
