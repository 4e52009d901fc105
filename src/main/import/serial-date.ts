import { dateOfDayNumber, dayNumber } from '@shared/model/calendar-date';
import { DateCell } from './source-sheet';

/** Days from day 0 of the 1900 date system to that of 1904. */
const daysTo1904 = 1462;
/** 9999-12-31 is the last day of Excel's calendar. */
const lastSerial = 2_958_465;
/** 29 February 1900, which was no day, but is one to Excel as it was to Lotus 1-2-3. */
const inventedDay = 60;
const dayZero = dayNumber('1899-12-30');
/** A tenth of a millisecond, by which times at midnight fall short after arithmetic in binary. */
const tolerance = 1.1e-9;

/** Sheets hold the same days over and over. */
const known = new Map<number, DateCell>();
const mostKnown = 100_000;

/**
 * The day of a serial date number: days since 1899-12-30 or since 1904-01-01. Null for a time of day alone and for numbers
 * outside Excel's calendar. No time zone has a say.
 */
export function dateOfSerial(serial: number, date1904: boolean): DateCell | null {
  if (!(serial >= (date1904 ? 0 : 1))) return null;
  const day = Math.floor(serial + tolerance) + (date1904 ? daysTo1904 : 0);
  if (day > lastSerial) return null;
  const found = known.get(day);
  if (found) return found;
  // Before the invented day the count runs one behind; that day itself is read as the one before it.
  const cell = new DateCell(dateOfDayNumber(dayZero + day + (day < inventedDay ? 1 : 0)));
  if (known.size < mostKnown) known.set(day, cell);
  return cell;
}
