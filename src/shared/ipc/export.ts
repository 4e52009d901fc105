import { z } from 'zod';
import { kpiDimensions } from '../kpi/declaration';
import { kpiFilterSchema } from './kpi';
import { operation } from './operation';
import { datasetIdSchema, filterSchema, sortSchema } from './rows';
import { dateRangeSchema, languageSchema } from './workspace';

const target = {
  job: z.string().min(1).max(64),
  path: z.string(),
  format: z.enum(['xlsx', 'csv']),
  language: languageSchema,
  locale: z.string(),
};

export const exportOperations = {
  'export.dataset': operation(
    z.object({
      ...target,
      dataset: datasetIdSchema,
      sort: sortSchema.default([]),
      filter: filterSchema.default([]),
      search: z.string().default(''),
    }),
    z.object({ path: z.string(), rows: z.number().int() }),
  ),
  'export.kpis': operation(
    dateRangeSchema.extend({
      ...target,
      kpis: z.array(z.string()).optional(),
      by: z.enum(kpiDimensions).optional(),
      filter: kpiFilterSchema.default({}),
    }),
    z.object({ path: z.string(), rows: z.number().int() }),
  ),
};
