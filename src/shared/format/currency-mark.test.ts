import { describe, expect, it } from 'vitest';
import { currencyMarkIn } from './currency-mark';

describe('the mark of a currency in an amount', () => {
  it.each([
    ['€ 1 234,50', ['EUR']],
    ['1 234,50 EUR', ['EUR']],
    ['kr 100,-', ['NOK', 'SEK', 'DKK', 'ISK']],
    ['100 Kr.', ['NOK', 'SEK', 'DKK', 'ISK']],
    ['US$5', ['USD']],
    ['sek 10', ['SEK']],
  ])('of %s may stand for %s', (text, currencies) => {
    expect(currencyMarkIn(text)?.currencies).toEqual(currencies);
  });

  it.each(['1 234,50', '(1 234)', '12 %', '1e3', "1'234.50", 'ukjent'])('is not in %s', (text) => {
    expect(currencyMarkIn(text)).toBeNull();
  });
});
