import { z } from 'zod';
import type { IncentiveRep } from '../incentives/choose-plan';
import { targetScopes } from '../model/target';
import type { GoalEvidence } from '../planning/goal-evidence';
import { spreadOvers, spreadWays } from '../planning/spread-weights';
import { operation } from './operation';
import { dateRangeSchema } from './workspace';

const scopeSchema = z.object({ kind: z.enum(targetScopes), key: z.string() });

export const planningOperations = {
  /** All reps with their teams and the days between which they are employed. */
  'planning.reps': operation(z.object({}), z.object({ reps: z.array(z.custom<IncentiveRep>()) })),
  /** What each part weighs when a total is spread over parts. */
  'planning.weights': operation(
    dateRangeSchema.extend({
      kpi: z.string(),
      way: z.enum(spreadWays),
      over: z.enum(spreadOvers),
      scope: scopeSchema,
      /** Shares of full productivity by month since a rep's start. */
      ramp: z.array(z.number().min(0).max(1)).max(60).optional(),
    }),
    z.object({ parts: z.array(z.object({ key: z.string(), weight: z.number() })) }),
  ),
  /** What a goal stands on: own past and benchmark. */
  'planning.evidence': operation(
    dateRangeSchema.extend({ kpi: z.string(), scope: scopeSchema }),
    z.object({ evidence: z.custom<GoalEvidence>().nullable() }),
  ),
};
