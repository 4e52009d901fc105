import type { Handlers } from '@shared/ipc/operation';
import type { quotaPlanOperations } from '@shared/ipc/quota-plan';
import { exactSum } from '@shared/kpi/exact-sum';
import type { KpiReader } from '../database/kpi/kpi-reader';
import { readQuotaPlanBase } from '../database/planning/quota-plan-base';
import { readQuotaPlan, writeQuotaPlanDraft } from '../database/planning/quota-plan-rows';
import { writeQuotaPlan } from '../database/planning/write-quota-plan';
import type { WorkspaceSession } from '../workspace/workspace-session';

export function quotaPlanHandlers(
  session: WorkspaceSession,
  kpis: KpiReader,
): Handlers<typeof quotaPlanOperations> {
  return {
    'quotaPlan.get': () => ({ plan: readQuotaPlan(session.connection) }),
    'quotaPlan.save': (plan) =>
      session.change({ code: 'quotaPlanDraft', parameters: {} }, (recorder) => {
        writeQuotaPlanDraft(recorder, plan);
        return {};
      }),
    'quotaPlan.base': ({ from, to, measure }) => {
      const { reps, ...base } = readQuotaPlanBase(kpis, { from, to }, measure);
      const quotas = kpis.measures.quotas({ from, to }, {}).filter((share) => share.measure === measure);
      return {
        base: { ...base, reps: reps.map((rep) => ({ ...rep, months: [...rep.months] })) },
        quotaSum: exactSum(quotas.map(({ teamAmount }) => teamAmount)),
      };
    },
    'quotaPlan.write': ({ from, to, measure, quotas }) =>
      writeQuotaPlan(session, { range: { from, to }, measure, quotas }),
  };
}
