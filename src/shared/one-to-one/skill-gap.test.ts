import { describe, expect, it } from 'vitest';
import { compareShares, skillGap } from './skill-gap';

describe('a share of a rep', () => {
  it('is below the team only where the interval leaves the team out', () => {
    // Wilson for 10 of 50 is 0.112 to 0.330: 40 % of the team lies outside, 30 % inside.
    const ten = { count: 10, of: 50 };
    expect(compareShares(ten, { count: 200, of: 500 }).differs).toBe('below');
    expect(compareShares(ten, { count: 150, of: 500 }).differs).toBeNull();
    expect(compareShares(ten, { count: 50, of: 500 }).differs).toBe('above');
    expect(compareShares(ten, ten).interval?.low).toBeCloseTo(0.1124, 4);
    expect(compareShares(ten, ten).interval?.high).toBeCloseTo(0.3304, 4);
  });

  it('says nothing where there is nothing to divide by', () => {
    expect(compareShares({ count: 0, of: 0 }, { count: 1, of: 2 })).toMatchObject({
      interval: null,
      differs: null,
    });
    expect(compareShares({ count: 1, of: 2 }, { count: 0, of: 0 }).differs).toBeNull();
  });
});

describe('the skill gap', () => {
  const proposal = { name: 'Proposal', rep: { count: 40, of: 100 }, team: { count: 350, of: 500 } };
  const won = { name: 'Won', rep: { count: 30, of: 40 }, team: { count: 200, of: 350 } };
  const few = { name: 'Meeting', rep: { count: 1, of: 2 }, team: { count: 450, of: 500 } };

  it('lies where the rep loses most compared with the team, and says how many that are', () => {
    // 40 % against 70 %: 30 points, so 30 of the 100 more would have gone on.
    const { worst } = skillGap([proposal, won]);
    expect(worst?.name).toBe('Proposal');
    expect(worst?.gap).toBeCloseTo(-0.3, 12);
    expect(worst?.lost).toBeCloseTo(30, 10);
  });

  it('is not where one of two went otherwise, however large the gap looks', () => {
    // Wilson for 1 of 2 is 0.095 to 0.905, in which the team's 90 % lies.
    const { worst, largest } = skillGap([few, won]);
    expect(worst).toBeNull();
    expect(largest?.name).toBe('Meeting');
    expect(largest?.gap).toBeCloseTo(-0.4, 12);
  });

  it('is nowhere for a rep who is behind at no step', () => {
    expect(skillGap([won])).toMatchObject({ worst: null, largest: null });
    expect(skillGap([won]).steps[0]?.lost).toBe(0);
  });

  it('leaves out steps that the rep has not come to', () => {
    const never = { ...few, rep: { count: 0, of: 0 } };
    expect(skillGap([never])).toMatchObject({ worst: null, largest: null });
    expect(skillGap([never]).steps[0]?.gap).toBeNull();
  });
});
