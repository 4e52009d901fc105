import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { dateOfSerial } from './serial-date';

const day = fc.integer({ min: 61, max: 2_950_000 });
const second = fc.integer({ min: 0, max: 86_399 });

describe('a serial date number', () => {
  // Excel: =DATE(1900,1,1) is 1, DATE(1900,2,28) is 59, DATE(1900,3,1) is 61, DATE(2026,11,23) is 46349, DATE(9999,12,31) is 2958465.
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, '1900-02-28'],
    [61, '1900-03-01'],
    [46349, '2026-11-23'],
    [46349.99998, '2026-11-23'],
    [2958465, '9999-12-31'],
  ])('%d is %s', (serial, date) => {
    expect(dateOfSerial(serial, false)?.date).toBe(date);
  });

  it('of the 1904 system begins on 1904-01-01', () => {
    expect([dateOfSerial(0, true)?.date, dateOfSerial(44887, true)?.date]).toEqual([
      '1904-01-01',
      '2026-11-23',
    ]);
  });

  it.each([0, 0.5, -1, 2958466, Number.NaN])('%d is no day', (serial) => {
    expect(dateOfSerial(serial, false)).toBeNull();
  });

  it('means the day that SheetJS reads from it', () => {
    fc.assert(
      fc.property(day, second, fc.boolean(), (whole, seconds, date1904) => {
        const serial = whole + seconds / 86_400;
        const parts = XLSX.SSF.parse_date_code(serial, { date1904 });
        const day = parts
          ? [parts.y, parts.m, parts.d].map((part) => String(part).padStart(2, '0')).join('-')
          : undefined;
        expect(dateOfSerial(serial, date1904)?.date).toBe(day);
      }),
    );
  });
});
