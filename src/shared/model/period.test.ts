import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeDimensions } from '../kpi/declaration';
import { addDays, daysOfRange } from './calendar-date';
import { parsePeriod, periodKeyOf, periodRange, periodsWithin, rangeBefore, rangeYearBefore } from './period';

const date = fc
  .date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2060-12-31T00:00:00Z'), noInvalidDate: true })
  .map((value) => value.toISOString().slice(0, 10));
const fiscalYearStart = fc.integer({ min: 1, max: 12 });

describe('a period', () => {
  it('is read as people write it, in English and Norwegian', () => {
    const written: Record<string, string> = {
      '2026': '2026',
      ' q1 2026 ': '2026-Q1',
      '2026Q4': '2026-Q4',
      'K2 2026': '2026-Q2',
      '3. kvartal 2026': '2026-Q3',
      '1st quarter 2026': '2026-Q1',
      "Q3'26": '2026-Q3',
      '4Q25': '2025-Q4',
      '2026-03': '2026-03',
      '03/2026': '2026-03',
      '3.2026': '2026-03',
      'March 2026': '2026-03',
      'mai 2026': '2026-05',
      'des. 25': '2025-12',
      'Sep-26': '2026-09',
      '2026-W12': '2026-W12',
      'uke 7 2026': '2026-W07',
      FY26: 'FY2026',
      'fy 2027': 'FY2027',
    };
    for (const [text, period] of Object.entries(written)) expect(parsePeriod(text), text).toBe(period);
  });

  it('is nothing when the text names no real period', () => {
    const none = ['', 'soon', '2026-Q5', '2026-13', '2026-W54', '2025-W53', '26', 'Ma 2026', '2026-01-01'];
    for (const text of none) expect(parsePeriod(text), text).toBeNull();
  });

  it('keeps its own canonical text', () => {
    fc.assert(
      fc.property(date, fc.constantFrom(...timeDimensions), fiscalYearStart, (day, dimension, start) => {
        const key = periodKeyOf(day, dimension, start);
        expect(parsePeriod(key)).toBe(dimension === 'day' ? null : key);
      }),
    );
  });

  it('has a first and a last day', () => {
    expect(periodRange('2026-Q1', 1)).toEqual({ from: '2026-01-01', to: '2026-03-31' });
    expect(periodRange('2024-02', 1)).toEqual({ from: '2024-02-01', to: '2024-02-29' });
    // ISO 8601: 2026-01-01 is a Thursday, so week 1 begins on Monday 2025-12-29.
    expect(periodRange('2026-W01', 1)).toEqual({ from: '2025-12-29', to: '2026-01-04' });
    expect(periodRange('2020-W53', 1)).toEqual({ from: '2020-12-28', to: '2021-01-03' });
    expect(periodRange('FY2026', 1)).toEqual({ from: '2026-01-01', to: '2026-12-31' });
    expect(periodRange('FY2026', 7)).toEqual({ from: '2025-07-01', to: '2026-06-30' });
    expect(periodRange('someday', 1)).toBeNull();
  });

  it('tiles a range with the others of its kind', () => {
    fc.assert(
      fc.property(
        date,
        fc.integer({ min: 0, max: 800 }),
        fc.constantFrom(...timeDimensions),
        fiscalYearStart,
        (from, days, dimension, start) => {
          const range = { from, to: addDays(from, days) };
          const parts = periodsWithin(range, dimension, start);
          expect(parts.map(daysOfRange).reduce((sum, part) => sum + part, 0)).toBe(days + 1);
          expect(parts[0]?.from).toBe(range.from);
          expect(parts.at(-1)?.to).toBe(range.to);
          for (const part of parts) {
            expect(periodKeyOf(part.from, dimension, start)).toBe(part.key);
            expect(periodKeyOf(part.to, dimension, start)).toBe(part.key);
          }
        },
      ),
    );
  });

  it('has a period before it and one a year before it', () => {
    const february = { from: '2025-02-01', to: '2025-02-28' };
    expect(rangeBefore(february)).toEqual({ from: '2025-01-01', to: '2025-01-31' });
    expect(rangeYearBefore(february)).toEqual({ from: '2024-02-01', to: '2024-02-29' });
    expect(rangeBefore({ from: '2026-03-08', to: '2026-03-14' })).toEqual({
      from: '2026-03-01',
      to: '2026-03-07',
    });
    expect(rangeBefore({ from: '2026-01-01', to: '2026-06-30' })).toEqual({
      from: '2025-07-01',
      to: '2025-12-31',
    });
  });
});
