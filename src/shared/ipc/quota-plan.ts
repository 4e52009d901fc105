import { z } from 'zod';
import { quotaMeasures } from '../model/dataset';
import { type PlannedRep, type QuotaPlanBase, quotaPlanSchema } from '../planning/quotas/quota-plan';
import { operation } from './operation';
import { dateRangeSchema } from './workspace';

/** What a plan stands on as it crosses processes: results by month as pairs. */
export interface SentPlanBase extends Omit<QuotaPlanBase, 'reps'> {
  readonly reps: readonly (Omit<PlannedRep, 'months'> & {
    readonly months: readonly (readonly [month: string, result: number])[];
  })[];
}

const plannedQuotaSchema = z.object({ rep: z.string(), period: z.string(), amount: z.number().min(0) });

export const quotaPlanOperations = {
  /** The plan that is worked on, which is kept in the workspace; null where there is none. */
  'quotaPlan.get': operation(z.object({}), z.object({ plan: quotaPlanSchema.nullable() })),
  'quotaPlan.save': operation(quotaPlanSchema, z.object({})),
  /** What a plan stands on, and the sum of the quotas that there are for its range and measure. */
  'quotaPlan.base': operation(
    dateRangeSchema.extend({ measure: z.enum(quotaMeasures) }),
    z.object({ base: z.custom<SentPlanBase>(), quotaSum: z.number() }),
  ),
  /** Writes quotas in place of those in the range, as one step that can be undone. */
  'quotaPlan.write': operation(
    dateRangeSchema.extend({ measure: z.enum(quotaMeasures), quotas: z.array(plannedQuotaSchema) }),
    z.object({ written: z.number().int(), replaced: z.number().int() }),
  ),
};
