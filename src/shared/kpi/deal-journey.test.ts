import { describe, expect, it } from 'vitest';
import { daysInStages, visitsOf } from './deal-journey';

const entry = (stage: string, day: number) => ({ stage, day });

describe('the journey of a deal', () => {
  it('goes from entry to entry, whatever their order, and ends where the deal is closed', () => {
    const visits = visitsOf([entry('Proposal', 10), entry('Lead', 3), entry('Lead', 5)], 30);
    expect(visits).toEqual([
      { stage: 'Lead', from: 3, until: 10 },
      { stage: 'Proposal', from: 10, until: 30 },
    ]);
    expect([...daysInStages(visits)]).toEqual([
      ['Lead', 7],
      ['Proposal', 20],
    ]);
  });

  it('counts several visits together, and none of a stage in which the deal still is', () => {
    const back = [entry('Lead', 0), entry('Proposal', 5), entry('Lead', 8), entry('Proposal', 10)];
    expect([...daysInStages(visitsOf(back, null))]).toEqual([['Lead', 7]]);
    expect([...daysInStages(visitsOf(back, 20))]).toEqual([
      ['Lead', 7],
      ['Proposal', 13],
    ]);
  });
});
