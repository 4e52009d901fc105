import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysOfSameCode } from './distinct-codes';

/** More rows of one code than are gone through one by one. */
const row = fc.record({
  day: fc.integer({ min: 0, max: 60 }),
  code: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: -1, max: 4 })),
  group: fc.integer({ min: 0, max: 3 }),
});

describe('the day of the row before with the same code', () => {
  it('tells which rows bring a code into a period for the first time', () => {
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 120 }),
        fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 })),
        (unsorted, [one, other]) => {
          const rows = [...unsorted].sort((left, right) => left.day - right.day);
          const [from, to] = [Math.min(one, other), Math.max(one, other)];
          const before = daysOfSameCode({
            rows: Int32Array.from(rows.keys()),
            days: Int32Array.from(rows, ({ day }) => day),
            codes: Int32Array.from(rows, ({ code }) => code),
            groups: Int32Array.from(rows, ({ group }) => group),
            groupCount: 4,
          });
          const inPeriod = ({ day }: { day: number }) => day >= from && day <= to;
          const counted = rows.filter((each, place) => inPeriod(each) && (before[place] ?? 0) < from).length;
          const named = rows.filter((each) => inPeriod(each) && each.code >= 0);
          const pairs = new Set(named.map(({ code, group }) => `${code} ${group}`));
          const nameless = rows.filter((each) => inPeriod(each) && each.code < 0).length;
          expect(counted).toBe(pairs.size + nameless);
        },
      ),
    );
  });
});
