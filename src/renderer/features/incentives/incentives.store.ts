import type { IncentivePlan, StoredPlan } from '@shared/incentives/incentive-plan';
import type { PayoutRow } from '@shared/ipc/incentives';
import type { DateRange } from '@shared/model/calendar-date';
import type { ErrorDescription } from '@shared/model/error';
import { create } from 'zustand';
import { request } from '../../app/bridge';
import { attempt, describeFailure } from '../../app/failure.store';
import { newestOnly } from '../../app/newest-only';
import { type MemberNames, readMemberNames } from '../../components/member-names';

interface IncentivesQuestion {
  /** The workspace that is asked about, by its path. */
  readonly path: string;
  readonly range: DateRange;
}

interface Incentives {
  readonly path: string;
  readonly plans: readonly StoredPlan[];
  readonly payouts: readonly PayoutRow[];
  readonly names: MemberNames;
  /** Payouts ÷ bookings of the period; null without payouts or bookings. */
  readonly costRatio: number | null;
}

interface IncentivesStore {
  readonly incentives: Incentives | null;
  readonly problem: ErrorDescription | null;
  load(question: IncentivesQuestion): Promise<void>;
  /** The stored plan; null where it could not be stored, which is told. */
  save(id: number | null, plan: IncentivePlan): Promise<StoredPlan | null>;
  remove(id: number): Promise<void>;
}

export const useIncentives = create<IncentivesStore>((set) => ({
  incentives: null,
  problem: null,
  load: newestOnly(readIncentives, {
    answered: (incentives) => set({ incentives, problem: null }),
    failed: (error) => set({ problem: describeFailure(error) }),
  }),
  save: (id, plan) =>
    attempt(
      request('incentive.save', {
        id,
        plan: {
          ...plan,
          names: [...plan.names],
          tiers: plan.tiers.map((tier) => ({ ...tier })),
          bonuses: plan.bonuses.map((bonus) => ({ ...bonus })),
        },
      }),
    ),
  remove: async (id) => {
    await attempt(request('incentive.remove', { id }));
  },
}));

async function readIncentives({ path, range }: IncentivesQuestion): Promise<Incentives> {
  const [{ plans }, { payouts }, names, { kpis }] = await Promise.all([
    request('incentive.list', {}),
    request('incentive.payouts', range),
    readMemberNames(),
    request('kpi.evaluate', { ...range, kpis: ['incentive_cost_ratio'] }),
  ]);
  return { path, plans, payouts, names, costRatio: kpis[0]?.value ?? null };
}
