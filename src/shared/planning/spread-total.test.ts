import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SpreadPart, spreadTotal } from './spread-total';

function parts(weights: Readonly<Record<string, number>>, locks: Readonly<Record<string, number>> = {}) {
  return Object.entries(weights).map(([key, weight]) => ({ key, weight, locked: locks[key] ?? null }));
}

function amountsOf(total: number, list: readonly SpreadPart[], unit?: number): Record<string, number> {
  const spread = spreadTotal(total, list, unit);
  if (spread.kind === 'cannot') throw new Error(spread.reason);
  return Object.fromEntries(spread.amounts);
}

describe('a total is spread', () => {
  it('by largest remainder', () => {
    // Balinski & Young's kind of table, by hand: 100 over 15, 15, 70.4 of 100.4 → 14.94, 14.94, 70.12 → 14 + 14 + 70 = 98, and the two
    // units left go to the remainders 0.94 and 0.94.
    expect(amountsOf(100, parts({ a: 15, b: 15, c: 70.4 }))).toEqual({ a: 15, b: 15, c: 70 });
    // Votes 47, 16, 15.8, 12, 6.1, 3.1 of 100 (thousands) for 10 seats: shares 4.7 1.6 1.58 1.2 0.61 0.31 → 4 1 1 1 0 0 = 7, then 0.7,
    // 0.61 and 0.6 → 5 2 1 1 1 0.
    expect(amountsOf(10, parts({ A: 47, B: 16, C: 15.8, D: 12, E: 6.1, F: 3.1 }))).toEqual({
      A: 5,
      B: 2,
      C: 1,
      D: 1,
      E: 1,
      F: 0,
    });
  });

  it('in the unit that is asked for, cents as well as thousands', () => {
    // 100 ÷ 3 = 33.33… → 33.33 × 3 = 99.99, and the cent left goes to the first by name.
    expect(amountsOf(100, parts({ a: 1, b: 1, c: 1 }), 0.01)).toEqual({ a: 33.34, b: 33.33, c: 33.33 });
    // 1,000,000 in thousands over 3: 333, 333, 333 and one left.
    expect(amountsOf(1_000_000, parts({ a: 1, b: 1, c: 1 }), 1000)).toEqual({
      a: 334_000,
      b: 333_000,
      c: 333_000,
    });
  });

  it('with what is no whole unit given to the heaviest part', () => {
    // 1050 in hundreds is 10 units and 50: 4 and 6 units, and 50 more for b.
    expect(amountsOf(1050, parts({ a: 2, b: 3 }), 100)).toEqual({ a: 400, b: 650 });
  });

  it('around locked parts, which keep what they have', () => {
    // 1000 less the 250 that b keeps is 750: a gets 750 × 1/3 = 250, c 500.
    expect(amountsOf(1000, parts({ a: 1, b: 9, c: 2 }, { b: 250 }))).toEqual({ a: 250, b: 250, c: 500 });
    expect(amountsOf(100, parts({ a: 1, b: 1 }, { a: 40, b: 60 }))).toEqual({ a: 40, b: 60 });
  });

  it('below 0 like its opposite', () => {
    expect(amountsOf(-10, parts({ a: 1, b: 1, c: 1 }))).toEqual({ a: -4, b: -3, c: -3 });
  });

  it('with nothing for a part without weight, and of a total of 0', () => {
    expect(amountsOf(7, parts({ a: 0, b: 3 }))).toEqual({ a: 0, b: 7 });
    expect(amountsOf(0, parts({ a: 0, b: 0 }))).toEqual({ a: 0, b: 0 });
    expect(amountsOf(0, [])).toEqual({});
  });
});

describe('a total cannot be spread', () => {
  it('when the locked parts exceed it', () => {
    expect(spreadTotal(100, parts({ a: 1, b: 1 }, { a: 130 }))).toEqual({
      kind: 'cannot',
      reason: 'locksExceedTotal',
      left: -30,
    });
    expect(spreadTotal(-100, parts({ a: 1, b: 1 }, { a: -130 }))).toMatchObject({ left: 30 });
  });

  it('when nobody may get what is left, or nobody weighs anything', () => {
    expect(spreadTotal(100, [])).toMatchObject({ reason: 'nobodyShares', left: 100 });
    expect(spreadTotal(100, parts({ a: 1 }, { a: 60 }))).toMatchObject({ reason: 'nobodyShares', left: 40 });
    expect(spreadTotal(100, parts({ a: 0, b: 0 }))).toMatchObject({ reason: 'noWeight', left: 100 });
  });

  it('over nonsense, which is refused', () => {
    expect(() => spreadTotal(Number.NaN, parts({ a: 1 }))).toThrow(RangeError);
    expect(() => spreadTotal(1, parts({ a: -1 }))).toThrow(RangeError);
    expect(() => spreadTotal(1, parts({ a: 1 }), 0)).toThrow(RangeError);
  });
});

const units = fc.constantFrom(1, 10, 100, 1000, 0.01, 0.1);
/** Cents of an amount; whole multiples of no unit but 0.01. */
const cents = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });
const weights = fc.oneof(
  fc.integer({ min: 0, max: 1000 }),
  fc.double({ min: 0, max: 1e12, noNaN: true }),
  fc.double({ min: 0, max: 1, noNaN: true }),
);
const lists: fc.Arbitrary<readonly SpreadPart[]> = fc.uniqueArray(
  fc.record({
    key: fc.string({ minLength: 1, maxLength: 4 }),
    weight: weights,
    locked: fc.option(
      fc.integer({ min: -100_000, max: 100_000 }).map((count) => count / 100),
      { nil: null, freq: 4 },
    ),
  }),
  { selector: ({ key }) => key, maxLength: 30 },
);

function centsOf(amount: number): bigint {
  return BigInt(Math.round(amount * 100));
}

describe('whatever is spread', () => {
  it('sums exactly to the total, and leaves locked parts untouched', () => {
    fc.assert(
      fc.property(cents, lists, units, (count, list, unit) => {
        const spread = spreadTotal(count / 100, list, unit);
        if (spread.kind === 'cannot') return;
        const sum = [...spread.amounts.values()].reduce((total, amount) => total + centsOf(amount), 0n);
        expect(sum).toBe(BigInt(count));
        expect([...spread.amounts.keys()]).toEqual(list.map(({ key }) => key));
        for (const { key, locked } of list) {
          if (locked !== null && locked !== undefined) expect(spread.amounts.get(key)).toBe(locked);
        }
      }),
    );
  });

  it('comes out the same in any order', () => {
    const shuffled = lists.chain((list) =>
      fc.shuffledSubarray([...list], { minLength: list.length }).map((other) => ({ list, other })),
    );
    fc.assert(
      fc.property(cents, shuffled, units, (count, { list, other }, unit) => {
        const one = spreadTotal(count / 100, list, unit);
        const two = spreadTotal(count / 100, other, unit);
        if (one.kind === 'cannot' || two.kind === 'cannot') expect(two).toEqual(one);
        else expect(new Map(two.amounts)).toEqual(new Map(one.amounts));
      }),
    );
  });

  it('never gives the heavier of two parts less, and stays within a unit of the exact share', () => {
    const free = lists.map((list) => list.map(({ key, weight }) => ({ key, weight })));
    fc.assert(
      fc.property(fc.nat(1_000_000), free, fc.constantFrom(1, 10, 100), (count, list, unit) => {
        const total = count * unit;
        const spread = spreadTotal(total, list, unit);
        if (spread.kind === 'cannot') return;
        const byWeight = [...list].sort((one, other) => one.weight - other.weight);
        const all = list.reduce((sum, { weight }) => sum + weight, 0);
        for (const [place, { key, weight }] of byWeight.entries()) {
          const amount = spread.amounts.get(key) ?? 0;
          const next = byWeight[place + 1];
          if (next && next.weight > weight)
            expect(spread.amounts.get(next.key)).toBeGreaterThanOrEqual(amount);
          const exact = all === 0 ? 0 : (total * weight) / all;
          expect(Math.abs(amount - exact)).toBeLessThan(unit * (1 + 1e-6));
        }
      }),
    );
  });
});
