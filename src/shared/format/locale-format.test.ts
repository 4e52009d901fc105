import { describe, expect, it } from 'vitest';
import { localeFormat, missingValue } from './locale-format';

/** With plain spaces and a plain minus, whatever the locale data's are. */
function plain(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ').replace('\u2212', '-');
}

const norwegian = localeFormat('nb-NO', 'NOK');
const english = localeFormat('en-GB', 'NOK');

describe('money', () => {
  it('has its currency after the amount in Norwegian', () => {
    expect(plain(norwegian.money(1_234_567.89))).toBe('1 234 567,89 kr');
    expect(plain(norwegian.money(-1_234.5))).toBe('-1 234,50 kr');
    expect(plain(localeFormat('nb-NO', 'EUR').money(12))).toBe('12,00 €');
  });

  it('is shortened from a million on in Norwegian, which has no short word for thousands', () => {
    expect(plain(norwegian.kpi(50_538_800, 'money', { compact: true }))).toBe('50,54 mill. kr');
    expect(plain(norwegian.kpi(556_512, 'money', { compact: true }))).toBe('556 512 kr');
    expect(plain(norwegian.change(556_512, 'money'))).toBe('+556 512 kr');
    expect(plain(norwegian.change(-2_500_000, 'money'))).toBe('-2,5 mill. kr');
  });

  it('has its currency before the amount in English', () => {
    expect(plain(english.money(1_234_567.89))).toBe('NOK 1,234,567.89');
    expect(plain(english.kpi(556_512, 'money', { compact: true }))).toMatch(/^NOK 556\.5k$/i);
  });
});

describe('a share', () => {
  it('is told apart from percentage points', () => {
    expect(plain(norwegian.percent(0.253))).toBe('25,3 %');
    expect(plain(norwegian.signedPercent(-0.075))).toBe('-7,5 %');
    expect(plain(english.change(0.036, 'percent'))).toBe('+3.6 pp');
  });
});

describe('a date', () => {
  it('is written as people write it', () => {
    expect(norwegian.date('2026-11-23')).toBe('23.11.2026');
    expect(english.date('2026-11-23')).toBe('23 Nov 2026');
  });
});

describe('what is missing', () => {
  it('is never read as nothing', () => {
    const { money, percent, date, kpi, change } = norwegian;
    expect([money(null), percent(null), date(null), kpi(null, 'days'), change(null, 'percent')]).toEqual(
      Array(5).fill(missingValue),
    );
  });
});
