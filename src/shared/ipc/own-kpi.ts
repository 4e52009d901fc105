import { z } from 'zod';
import { kpiDimensions, kpiUnits, rowDimensions } from '../kpi/declaration';
import { ownKpiSchema } from '../kpi/own/own-kpi';
import { errorDescriptionSchema } from './error-description';
import { operation } from './operation';
import { dateRangeSchema } from './workspace';

export const ownKpiProblemSchema = z.object({
  part: z.enum(['id', 'name', 'unit', 'measures', 'formula']),
  /** The name of the measure that is at fault. */
  measure: z.string().optional(),
  /** The stretch of the formula that is at fault: the places of its first character and of the one after its last. */
  span: z.object({ from: z.number().int(), to: z.number().int() }).optional(),
  error: errorDescriptionSchema,
});

const keyedValueSchema = z.object({ key: z.string(), value: z.number().nullable() });

export const ownKpiPreviewSchema = z.object({
  /** All that keeps the definition from being stored. */
  problems: z.array(ownKpiProblemSchema),
  /** What each measure comes to in the period, those that can be read; `unit` is null for one that no KPI has. */
  measures: z.array(
    z.object({ name: z.string(), value: z.number().nullable(), unit: z.enum(kpiUnits).nullable() }),
  ),
  /** Null while the KPI cannot be reckoned. */
  outcome: z
    .object({
      value: z.number().nullable(),
      numerator: z.number().nullable(),
      denominator: z.number().nullable(),
      /** The period's months, or the days of a short one. */
      trend: z.array(keyedValueSchema),
      dimensions: z.array(z.enum(kpiDimensions)),
      /** By the dimension that was asked for, or the first that the KPI has. */
      by: z.enum(rowDimensions).nullable(),
      rows: z.array(keyedValueSchema),
    })
    .nullable(),
});
export type OwnKpiPreview = z.infer<typeof ownKpiPreviewSchema>;

export const ownKpiOperations = {
  'ownKpi.list': operation(z.object({}), z.object({ kpis: z.array(ownKpiSchema) })),
  /** What a definition comes to while it is written; a name may still be missing. */
  'ownKpi.preview': operation(
    dateRangeSchema.extend({
      definition: ownKpiSchema.extend({ name: z.string().max(80) }),
      /** The id of the KPI whose place it is to take. */
      replaces: z.string().nullable(),
      by: z.enum(rowDimensions).nullable(),
    }),
    ownKpiPreviewSchema,
  ),
  /** Stores a definition as a new KPI, or in place of another, which keeps its id. */
  'ownKpi.save': operation(
    z.object({ definition: ownKpiSchema, replaces: z.string().nullable() }),
    z.object({ id: z.string() }),
  ),
  /** Stores definitions that come from a text in one step; one whose id is known takes the place of that KPI. */
  'ownKpi.define': operation(
    z.object({ definitions: z.array(ownKpiSchema).min(1).max(500) }),
    z.object({ ids: z.array(z.string()) }),
  ),
  /** What hangs on an own KPI: dashboards that show it, targets, and ids of own KPIs that build on it. */
  'ownKpi.uses': operation(
    z.object({ id: z.string() }),
    z.object({ dashboards: z.number().int(), targets: z.number().int(), kpis: z.array(z.string()) }),
  ),
  /** Deletes it with its targets; refused while own KPIs build on it. */
  'ownKpi.remove': operation(z.object({ id: z.string() }), z.object({})),
  /** Writes all own KPIs, or one of them, to a file that `ownKpi.define` and the command line take. */
  'ownKpi.export': operation(
    z.object({ id: z.string().nullable(), path: z.string() }),
    z.object({ path: z.string() }),
  ),
};
