import { z } from 'zod';
import { rowDimensions } from '../kpi/declaration';
import type { LifetimeReport } from '../kpi/lifetime/lifetime-report';
import { cohortMeasures, cohortSteps } from '../kpi/retention/cohort-table';
import type { RetentionReport } from '../kpi/retention/retention-report';
import { kpiFilterSchema } from './kpi';
import { operation } from './operation';
import { dateRangeSchema } from './workspace';

/** How customers come, stay and buy: what stands behind churn and lifetime value. */
export const customerOperations = {
  /** Cohorts and survival curves of the customers who started by the period's end. */
  'customers.retention': operation(
    dateRangeSchema.extend({
      step: z.enum(cohortSteps),
      /** What is told of the cohorts; left out, what the data are good for. */
      measure: z.enum(cohortMeasures).nullable().default(null),
      /** A dimension of customers whose parts get a curve each. */
      by: z.enum(rowDimensions).extract(['segment']).nullable().default(null),
      filter: kpiFilterSchema.default({}),
    }),
    z.custom<RetentionReport>(),
  ),
  /** How well the predicting models fit, and how they did on time held out. */
  'customers.lifetimeFit': operation(dateRangeSchema, z.custom<LifetimeReport>()),
};
