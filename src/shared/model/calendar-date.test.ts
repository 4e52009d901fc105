import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  dateOfDayNumber,
  dayNumber,
  daysBetween,
  intersection,
  isCalendarDate,
  lastOfMonth,
  weekdayOf,
} from './calendar-date';

const anyDate = fc
  .date({ min: new Date('0101-01-01T00:00:00Z'), max: new Date('9998-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('calendar dates', () => {
  it('are only days that exist', () => {
    expect(isCalendarDate('2024-02-29')).toBe(true);
    for (const none of [
      '2023-02-29',
      '1900-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-1-1',
      '0000-01-01',
      '',
    ]) {
      expect(isCalendarDate(none), none).toBe(false);
    }
  });

  it('count days as the platform counts them in UTC', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(dayNumber(date)).toBe(Date.parse(`${date}T00:00:00Z`) / 86_400_000);
        expect(dateOfDayNumber(dayNumber(date))).toBe(date);
        expect(weekdayOf(date)).toBe(new Date(`${date}T00:00:00Z`).getUTCDay() || 7);
      }),
    );
  });

  it('add days over month, year and leap day', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2025-12-31', 1)).toBe('2026-01-01');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(daysBetween('2024-01-01', '2025-01-01')).toBe(366);
  });

  it('add months and keep the last day inside the month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
    expect(addMonths('2026-12-01', 25)).toBe('2029-01-01');
    expect(lastOfMonth('2026-04-03')).toBe('2026-04-30');
  });

  it('share the days that lie in both ranges', () => {
    const march = { from: '2026-03-01', to: '2026-03-31' };
    expect(intersection(march, { from: '2026-03-20', to: '2026-04-10' })).toEqual({
      from: '2026-03-20',
      to: '2026-03-31',
    });
    expect(intersection(march, { from: '2026-04-01', to: '2026-04-10' })).toBeNull();
  });
});
