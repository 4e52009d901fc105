import { z } from 'zod';
import { kpiFilterSchema } from './kpi';
import { operation } from './operation';
import { dateRangeSchema } from './workspace';

export const dealOperations = {
  /** How often each length of the sales cycle, in days, occurs among the deals won in a period. */
  'deals.cycles': operation(
    dateRangeSchema.extend({ filter: kpiFilterSchema.default({}) }),
    z.object({ lengths: z.array(z.object({ value: z.number(), count: z.number() })) }),
  ),
  /** The open stages, in the order of the sale, and whether somebody chose that order. */
  'deals.stages': operation(
    z.object({}),
    z.object({ stages: z.array(z.string()), isChosen: z.boolean(), hasHistory: z.boolean() }),
  ),
  /** The order in which open stages come from now on; none for the usual one. */
  'deals.orderStages': operation(z.object({ stages: z.array(z.string()).max(500) }), z.object({})),
};
