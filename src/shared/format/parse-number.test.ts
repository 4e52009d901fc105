import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNumber } from './parse-number';

describe('reading a number', () => {
  it.each([
    ['1 234,50', 1234.5],
    ['1\u00a0234,50', 1234.5],
    ['1\u202f234\u202f567,89', 1234567.89],
    ['1.234,50', 1234.5],
    ['1.234', 1234],
    ['1.234.567', 1234567],
    ['12.5', 12.5],
    ['kr 1 234,-', 1234],
    ['1 234,50 kr', 1234.5],
    ['NOK 99', 99],
    ['€ 5', 5],
    ['(1 234)', -1234],
    ['1 234-', -1234],
    ['−12', -12],
    ['12,5 %', 0.125],
    ['0', 0],
    [',5', 0.5],
    ["'1 234,50", 1234.5],
    ["'-5", -5],
  ])('takes %s in Norwegian', (text, expected) => {
    expect(parseNumber(text, 'nb-NO')).toBe(expected);
  });

  it.each([
    ['1,234.50', 1234.5],
    ['1,234', 1234],
    ['1.234', 1.234],
    ["1'234.5", 1234.5],
    ['$1,234,567.89', 1234567.89],
    ['12%', 0.12],
    ['1e3', 1000],
    ['1.234,50', 1234.5],
  ])('takes %s in English', (text, expected) => {
    expect(parseNumber(text, 'en-GB')).toBe(expected);
  });

  it.each([
    '',
    'abc',
    '12 stk',
    '1,2,3',
    '1.2.3',
    '(-5)',
    '-5-',
    '--5',
    '1,23.456,7',
    '%',
    'kr',
    '#N/A',
    '12/11',
  ])('refuses %s', (text) => {
    expect(parseNumber(text, 'en-GB')).toBeNull();
    expect(parseNumber(text, 'nb-NO')).toBeNull();
  });

  it.each(['nb-NO', 'en-GB', 'de-DE', 'en-US'])('reads back what %s writes', (locale) => {
    const write = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
    fc.assert(
      fc.property(fc.integer({ min: -1e11, max: 1e11 }), (hundredths) => {
        const value = hundredths / 100;
        expect(parseNumber(write.format(value), locale)).toBe(value === 0 ? 0 : value);
      }),
    );
  });

  it('never throws and never gives what is not a finite number', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const value = parseNumber(text, 'nb-NO');
        expect(value === null || Number.isFinite(value)).toBe(true);
      }),
    );
  });
});
