import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceOfDifference, compareShares } from './compare-shares';

const counts = (count: number, of: number) => ({ count, of });

describe('whether chance could make a difference', () => {
  it('is told by Fisher’s exact test where counts are small', () => {
    // The lady tasting tea (Fisher 1935): 3 of 4 against 1 of 4.
    expect(chanceOfDifference(counts(3, 4), counts(1, 4))).toBeCloseTo(0.4857142857142857, 10);
    // Python's math.comb, summed over the tables that are no likelier.
    expect(chanceOfDifference(counts(1, 9), counts(11, 14))).toBeCloseTo(0.0027594561852200836, 10);
    expect(chanceOfDifference(counts(3, 4), counts(150, 250))).toBeCloseTo(1, 10);
  });

  it('is told by the two-proportion test where they are not', () => {
    // 60 of 100 against 150 of 300: pooled 0.525, z = 0.1 ÷ √(0.525 × 0.475 × (1/100 + 1/300)) = 1.7342; Python's NormalDist.
    expect(chanceOfDifference(counts(60, 100), counts(150, 300))).toBeCloseTo(0.08287906644281628, 12);
  });

  it('is certain where nothing or everything counts', () => {
    expect(chanceOfDifference(counts(0, 10), counts(0, 90))).toBe(1);
    expect(chanceOfDifference(counts(10, 10), counts(90, 90))).toBe(1);
  });

  it('does not depend on which of the two comes first', () => {
    const share = fc
      .record({ of: fc.integer({ min: 1, max: 400 }), part: fc.double({ min: 0, max: 1, noNaN: true }) })
      .map(({ of, part }) => counts(Math.round(of * part), of));
    fc.assert(
      fc.property(share, share, (one, other) => {
        const chance = chanceOfDifference(one, other);
        expect(chance).toBeCloseTo(chanceOfDifference(other, one), 9);
        expect(chance >= 0 && chance <= 1).toBe(true);
      }),
    );
  });
});

describe('shares held against the others', () => {
  it('3 of 4 is not better than 150 of 250', () => {
    const [few, many] = compareShares([
      { key: 'Fair', count: 3, of: 4 },
      { key: 'Web', count: 150, of: 250 },
    ]);
    expect([few?.verdict, many?.verdict]).toEqual(['none', 'none']);
    expect(few?.others).toEqual({ count: 150, of: 250 });
  });

  it('are corrected for how many there are, after Holm', () => {
    const found = compareShares([
      { key: 'Web', count: 60, of: 100 },
      { key: 'Fair', count: 90, of: 200 },
      { key: 'Friend', count: 3, of: 4 },
      { key: 'Nobody', count: 0, of: 0 },
    ]);
    // Python: z-tests 0.018215 and 0.009966, Fisher 0.622545; × 2, × 3 and × 1.
    expect(found.map(({ key, verdict }) => [key, verdict])).toEqual([
      ['Web', 'higher'],
      ['Fair', 'lower'],
      ['Friend', 'none'],
    ]);
    expect(found[0]?.adjustedChance).toBeCloseTo(2 * 0.018215349507033185, 10);
    expect(found[1]?.adjustedChance).toBeCloseTo(3 * 0.009965933832908336, 10);
    expect(found[2]?.adjustedChance).toBeCloseTo(0.6225453110095063, 9);
  });

  it('alone have nothing to be compared with', () => {
    expect(compareShares([{ key: 'Web', count: 6, of: 10 }])).toMatchObject([
      { verdict: 'none', chance: null, adjustedChance: null },
    ]);
  });
});
