import { expect, it } from 'vitest';
import { currencyOfFormat } from './currency-format';

// Codes that Excel and LibreOffice write for their own formats of currency.
it.each([
  [
    '_-"kr"\\ * #,##0.00_-;\\-"kr"\\ * #,##0.00_-;_-"kr"\\ * "-"??_-;_-@_-',
    'kr',
    ['NOK', 'SEK', 'DKK', 'ISK'],
  ],
  ['#,##0.00\\ [$kr-414]', 'NOK', ['NOK']],
  ['[$kr-41D]\\ #,##0', 'SEK', ['SEK']],
  ['#,##0.00\\ [$€-407]', '€', ['EUR']],
  ['[$€-2]\\ #,##0.00', '€', ['EUR']],
  ['[$NOK]\\ #,##0.00', 'NOK', ['NOK']],
  ['[$USD] #,##0.00', 'USD', ['USD']],
  ['[$$-409]#,##0.00', 'USD', ['USD']],
  ['"£"#,##0.00;[Red]\\-"£"#,##0.00', '£', ['GBP']],
  ['#,##0.00 €', '€', ['EUR']],
])('%s is a format of currency', (format, mark, currencies) => {
  expect(currencyOfFormat(format)).toEqual({ mark, currencies });
});

it.each([
  'General',
  '0.00%',
  '#,##0.00',
  '[$-414]d. mmm yyyy',
  '0 "nokså mange"',
  '[Red]-0',
  '_-* #,##0_-',
  '@',
])('%s shows no currency', (format) => {
  expect(currencyOfFormat(format)).toBeNull();
});
