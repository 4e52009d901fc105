import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ProposalBounds, proposeQuotas, type QuotaCandidate } from './propose-quotas';

const bounds: ProposalBounds = { share: 0.6, mostCut: 0.2, mostRaise: 0.2, unit: 1 };

function reps(
  ...rows: readonly (readonly [rep: string, quota: number, expected: number])[]
): QuotaCandidate[] {
  return rows.map(([rep, quota, expected]) => ({ rep, quota, expected, locked: false }));
}

describe('quotas for a wanted share of reps at quota', () => {
  it('cut the smallest gaps, and give what is cut to those with room', () => {
    const five = reps(['A', 100, 115], ['B', 100, 95], ['C', 100, 90], ['D', 100, 60], ['E', 100, 50]);
    // Three of five are wanted and A is there: B and C are cut by 5 and 10, and A has room for 15.
    const proposal = proposeQuotas(five, bounds);
    expect(proposal.rows.map(({ proposed }) => proposed)).toEqual([115, 95, 90, 100, 100]);
    expect(proposal).toMatchObject({
      wanted: 3,
      reached: 3,
      before: 500,
      after: 500,
      loss: 0,
      outOfReach: [],
    });
  });

  it('lose of the total only what nobody has room for', () => {
    const five = reps(['A', 100, 104], ['B', 100, 95], ['C', 100, 90], ['D', 100, 60], ['E', 100, 50]);
    expect(proposeQuotas(five, bounds)).toMatchObject({ before: 500, after: 489, loss: 11 });
    // A raise is bounded as well: a tenth of 100.
    const rich = reps(['A', 100, 300], ['B', 100, 95], ['C', 100, 90]);
    expect(proposeQuotas(rich, { ...bounds, share: 1, mostRaise: 0.1 })).toMatchObject({ loss: 5 });
  });

  it('say who is out of reach within the bounds', () => {
    const three = reps(['A', 100, 100], ['B', 100, 70], ['C', 100, 50]);
    const proposal = proposeQuotas(three, { ...bounds, share: 1 });
    expect(proposal).toMatchObject({ wanted: 3, reached: 1, loss: 0, outOfReach: ['B', 'C'] });
    const locked = three.map((each) => ({ ...each, locked: true }));
    expect(proposeQuotas(locked, { ...bounds, share: 1, mostCut: 1 }).reached).toBe(1);
  });

  it('stay as they are where enough are at quota, and leave those without a quota out of the count', () => {
    const some = reps(['A', 100, 120], ['B', 0, 50]);
    const proposal = proposeQuotas(some, { ...bounds, share: 1 });
    expect(proposal.rows.map(({ proposed }) => proposed)).toEqual([100, 0]);
    expect(proposal).toMatchObject({ wanted: 1, reached: 1, loss: 0 });
  });

  it('come in whole units, rounded so that the quota is reached', () => {
    const proposal = proposeQuotas(reps(['A', 1000, 949]), { ...bounds, share: 1, unit: 100 });
    expect(proposal.rows[0]).toMatchObject({ proposed: 900, atQuota: true });
  });

  it('lose no more than any other choice of reps would', () => {
    const candidate = fc.record({
      quota: fc.integer({ min: 1, max: 60 }),
      expected: fc.integer({ min: 1, max: 60 }),
    });
    fc.assert(
      fc.property(
        fc.array(candidate, { minLength: 1, maxLength: 7 }),
        fc.constantFrom(0.3, 0.5, 0.6, 1),
        (some, share) => {
          const candidates = some.map((own, index) => ({ ...own, rep: `R${index}`, locked: false }));
          const wide = { share, mostCut: 1, mostRaise: 100, unit: 1 };
          const proposal = proposeQuotas(candidates, wide);
          expect(proposal.reached).toBeGreaterThanOrEqual(proposal.wanted);
          const room = candidates.reduce(
            (sum, { quota, expected }) => sum + Math.max(0, expected - quota),
            0,
          );
          const losses = subsets(candidates.filter(({ quota, expected }) => expected < quota))
            .filter(
              (cut) =>
                candidates.filter(({ quota, expected }) => expected >= quota).length + cut.length >=
                proposal.wanted,
            )
            .map((cut) => cut.reduce((sum, { quota, expected }) => sum + quota - expected, 0))
            .map((cut) => Math.max(0, cut - room));
          expect(proposal.loss).toBeCloseTo(Math.min(...losses), 6);
        },
      ),
    );
  });
});

function subsets<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  return Array.from({ length: 2 ** items.length }, (_, chosen) =>
    items.filter((_item, place) => (chosen >> place) % 2 === 1),
  );
}
