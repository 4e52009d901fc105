import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOfDayNumber, dayNumber } from '../model/calendar-date';
import { parseCalendarDate, possibleDateOrders } from './parse-date';

const dayFirst = { dayFirst: true };
const monthFirst = { dayFirst: false };

describe('reading a date', () => {
  it.each([
    '2026-11-23',
    '2026-11-23T23:59:59.999+13:00',
    '2026/11/23',
    '20261123',
    '23.11.2026',
    '23.11.26',
    '23. 11. 2026',
    '23/11/2026',
    '23/11-26',
    '23-11-2026',
    '11/23/2026',
    '11/23/2026 10:15 PM',
    '23.11.2026 kl. 10:15',
    '23. november 2026',
    '23. nov. 2026',
    '23 Nov 2026',
    '23-Nov-26',
    'November 23, 2026',
    'Nov 23 2026',
    'mandag 23. november 2026',
    'man. 23.11.2026',
    'Monday, November 23, 2026',
    'Mon 23 Nov 2026',
    "'23.11.2026",
  ])('takes %s as 23 November 2026', (text) => {
    expect(parseCalendarDate(text, dayFirst)).toBe('2026-11-23');
    expect(parseCalendarDate(text, monthFirst)).toBe('2026-11-23');
  });

  it('takes 3/4/2026 as the order of day and month says', () => {
    expect(parseCalendarDate('3/4/2026', dayFirst)).toBe('2026-04-03');
    expect(parseCalendarDate('3/4/2026', monthFirst)).toBe('2026-03-04');
  });

  it('takes 3/4-26 as the third of April whatever the order: nobody writes it so who puts the month first', () => {
    expect(parseCalendarDate('3/4-26', monthFirst)).toBe('2026-04-03');
    expect(possibleDateOrders('3/4-26')).toBeNull();
  });

  it('takes dates with points as day first whatever the order', () => {
    expect(parseCalendarDate('03.04.2026', monthFirst)).toBe('2026-04-03');
  });

  it.each([
    '',
    '31.02.2026',
    '2026-13-01',
    '29.02.2025',
    '32/1/2026',
    'yesterday',
    '1234',
    '12,5',
    '0000-01-01',
  ])('refuses %s', (text) => {
    expect(parseCalendarDate(text, dayFirst)).toBeNull();
  });

  it('reads back every day in every form', () => {
    const day = fc.integer({ min: dayNumber('1930-01-01'), max: dayNumber('2029-12-31') });
    fc.assert(
      fc.property(day, (number) => {
        const date = dateOfDayNumber(number);
        const [year = '', month = '', dayOfMonth = ''] = date.split('-');
        expect(parseCalendarDate(`${dayOfMonth}.${month}.${year}`, monthFirst)).toBe(date);
        expect(parseCalendarDate(`${dayOfMonth}/${month}-${year.slice(2)}`, dayFirst)).toBe(date);
        expect(parseCalendarDate(`${Number(month)}/${Number(dayOfMonth)}/${year}`, monthFirst)).toBe(date);
        expect(parseCalendarDate(`${year}${month}${dayOfMonth}`, dayFirst)).toBe(date);
      }),
    );
  });

  it('says in which orders digits can be read', () => {
    expect(possibleDateOrders('3/4/2026')).toEqual({ dayFirst: true, monthFirst: true });
    expect(possibleDateOrders('10/20/2016')).toEqual({ dayFirst: false, monthFirst: true });
    expect(possibleDateOrders('20/10/2016')).toEqual({ dayFirst: true, monthFirst: false });
    expect(possibleDateOrders('20.10.2016')).toBeNull();
  });
});
