import { localeFormat } from '@shared/format/locale-format';
import type { IncentivePlan } from '@shared/incentives/incentive-plan';
import { describe, expect, it } from 'vitest';
import { draftOf, newPlan, readDraft } from './plan-draft';

const plan: IncentivePlan = {
  name: 'Provisjon',
  scope: 'team',
  names: ['Nord'],
  from: '2026-01-01',
  to: null,
  payoutPeriod: 'month',
  baseRate: 0.0425,
  tiers: [
    { from: 0.8, rate: 0.061 },
    { from: 1, rate: 0.09 },
  ],
  bonuses: [{ of: 'team', from: 1.1, amount: 12_500.5 }],
  cap: 120_000,
  draw: { amount: 15_000, recoverable: true },
  roundTo: 0.01,
};

describe('a plan in the editor', () => {
  it('comes back as it was, in both languages', () => {
    for (const locale of ['nb-NO', 'en-GB']) {
      const draft = draftOf(plan, localeFormat(locale, 'NOK'));
      expect(readDraft(draft, locale)).toEqual({ plan, problems: [] });
    }
  });

  it('takes a rate without a sign as per cent', () => {
    const draft = { ...draftOf(plan, localeFormat('nb-NO', 'NOK')), baseRate: '4' };
    expect(readDraft(draft, 'nb-NO').plan?.baseRate).toBe(0.04);
  });

  it('names the field that cannot be read, or that makes no sense', () => {
    const draft = draftOf({ ...newPlan, name: 'Plan' }, localeFormat('en-GB', 'NOK'));
    const problems = readDraft(
      { ...draft, cap: 'much', tiers: [...draft.tiers, { from: '90%', rate: '7%' }], from: '31.02.2026' },
      'en-GB',
    ).problems.map(({ field, code, place }) => [field, code, place]);
    expect(problems).toEqual([
      ['from', 'unreadable', 1],
      ['cap', 'unreadable', 1],
      ['tiers.1', 'tierNotAbovePrevious', 2],
    ]);
  });
});
