import { dateOfDayNumber, dayNumber, lastOfMonth } from '@shared/model/calendar-date';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MonthGrid } from './month-grid';

const [start, end] = [dayNumber('2025-03-10'), dayNumber('2026-02-20')];
const grid = new MonthGrid(start, end);

describe('the months of a dataset', () => {
  it('go from that of the first row to that of the last', () => {
    expect(grid.count).toBe(12);
    expect(grid.monthOf(dayNumber('2025-03-31'))).toBe(0);
    expect(grid.monthOf(dayNumber('2025-04-01'))).toBe(1);
    expect(grid.monthOf(end)).toBe(11);
  });

  it('are whole in a period that holds all days on which a row of theirs can lie', () => {
    expect(grid.within(dayNumber('2025-01-01'), dayNumber('2026-12-31'))).toMatchObject({
      first: 0,
      end: 12,
    });
    expect(grid.within(start, end)).toMatchObject({ first: 0, end: 12, from: start, to: end });
    expect(grid.within(start + 1, end - 1)).toMatchObject({ first: 1, end: 11 });
    expect(grid.within(dayNumber('2025-06-02'), dayNumber('2025-07-30'))).toBeNull();
    expect(grid.within(dayNumber('2027-01-01'), dayNumber('2027-12-31'))).toBeNull();
  });

  it('leave before and after them less than a month of the period', () => {
    const day = fc.integer({ min: start - 50, max: end + 50 });
    fc.assert(
      fc.property(day, day, (one, other) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)];
        const months = grid.within(from, to);
        if (months === null) return;
        expect(months.from).toBeGreaterThanOrEqual(Math.max(from, start));
        expect(months.to).toBeLessThanOrEqual(Math.min(to, end));
        expect(months.from - Math.max(from, start)).toBeLessThan(31);
        expect(Math.min(to, end) - months.to).toBeLessThan(31);
        const last = dateOfDayNumber(months.to);
        expect(months.to === end || last === lastOfMonth(last)).toBe(true);
      }),
    );
  });
});
