import { planOf } from '@shared/incentives/incentive-plan';
import type { incentiveOperations } from '@shared/ipc/incentives';
import type { Handlers } from '@shared/ipc/operation';
import { payoutRows } from '../database/incentives/payout-rows';
import { readPlans, removePlan, savePlan } from '../database/incentives/plan-rows';
import type { KpiReader } from '../database/kpi/kpi-reader';
import type { WorkspaceSession } from '../workspace/workspace-session';

/** @param kpis reads the same workspace. */
export function incentiveHandlers(
  session: WorkspaceSession,
  kpis: KpiReader,
): Handlers<typeof incentiveOperations> {
  return {
    'incentive.list': () => ({ plans: [...readPlans(session.connection)] }),
    'incentive.save': ({ id, plan }) => savePlan(session, id, planOf(plan)),
    'incentive.remove': ({ id }) => {
      removePlan(session, id);
      return {};
    },
    'incentive.payouts': ({ from, to }) => ({ payouts: payoutRows(kpis.measures, { from, to }) }),
  };
}
