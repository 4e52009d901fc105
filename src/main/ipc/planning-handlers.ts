import type { Handlers } from '@shared/ipc/operation';
import type { planningOperations } from '@shared/ipc/planning';
import type { KpiReader } from '../database/kpi/kpi-reader';
import { readGoalEvidence } from '../database/planning/goal-evidence';
import { readWeights } from '../database/planning/read-weights';

export function planningHandlers(kpis: KpiReader): Handlers<typeof planningOperations> {
  return {
    'planning.reps': () => ({ reps: [...kpis.measures.incentives().reps] }),
    'planning.weights': ({ from, to, ...question }) => ({
      parts: [...readWeights(kpis, { ...question, range: { from, to } })].map(([key, weight]) => ({
        key,
        weight,
      })),
    }),
    'planning.evidence': ({ from, to, kpi, scope }) => ({
      evidence: readGoalEvidence(kpis, { kpi, scope, range: { from, to } }),
    }),
  };
}
