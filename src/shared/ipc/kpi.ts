import { z } from 'zod';
import {
  filterDimensions,
  kpiCategories,
  kpiDimensions,
  kpiDirections,
  kpiUnits,
  rowDimensions,
} from '../kpi/declaration';
import { measureIds } from '../kpi/measure';
import { targetScopes, targetStatuses } from '../model/target';
import { errorDescriptionSchema } from './error-description';
import { operation } from './operation';
import { datasetIdSchema, filterSchema } from './rows';
import { dateRangeSchema } from './workspace';

/** Names of reps, teams… to which a KPI is narrowed; a dimension left out is not narrowed. */
export const kpiFilterSchema = z.partialRecord(z.enum(filterDimensions), z.array(z.string()));

const partSchema = z.object({
  /** Null where there is nothing to divide by. */
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
});
export type KpiPart = z.infer<typeof partSchema>;

const valueSchema = partSchema.extend({
  target: z.number().nullable(),
  /** Whose target it is: a rate without one of its own is held against that of its team or of all. Null without a target. */
  targetOf: z.enum(targetScopes).nullable(),
  status: z.enum(targetStatuses),
});

/** Figures beside a value, such as the median and p90 of the sales cycle, by the catalogue's id. */
const besideSchema = z.record(z.string(), z.number().nullable());

export const kpiRowSchema = valueSchema.extend({ key: z.string(), beside: besideSchema.optional() });
export type KpiRow = z.infer<typeof kpiRowSchema>;

export const kpiResultSchema = valueSchema.extend({
  id: z.string(),
  name: z.string(),
  unit: z.enum(kpiUnits),
  from: z.iso.date(),
  to: z.iso.date(),
  basis: z.string().nullable(),
  rows: z.array(kpiRowSchema),
  beside: besideSchema,
  /** Warnings by the catalogue's id, such as `quotasTooAmbitious`. */
  warnings: z.array(z.string()),
});
export type KpiResult = z.infer<typeof kpiResultSchema>;

/** A KPI split by one dimension down and another across. */
export const kpiCrossingSchema = z.object({
  columns: z.array(partSchema.extend({ key: z.string() })),
  /** Members that have no column, as there are too many. */
  omitted: z.number().int(),
  rows: z.array(
    partSchema.extend({
      key: z.string(),
      /** In the order of the columns; null where the pair has no rows. */
      cells: z.array(partSchema.nullable()),
    }),
  ),
  total: partSchema,
});
export type KpiCrossing = z.infer<typeof kpiCrossingSchema>;

export const kpiCardSchema = kpiResultSchema.omit({ rows: true }).extend({
  /** The value in the period before of the same length, and in the same period a year before. */
  previous: z.number().nullable(),
  lastYear: z.number().nullable(),
  /** By month, at most the last 12 up to the period's end. */
  sparkline: z.array(z.object({ key: z.string(), value: z.number().nullable() })),
  benchmark: z.number().nullable(),
});
export type KpiCard = z.infer<typeof kpiCardSchema>;

const targetScopeSchema = z.object({ kind: z.enum(targetScopes), key: z.string() });

/** As `kpi/alert.ts` has them. */
export const kpiAlertSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('quota'),
    scope: targetScopeSchema,
    reps: z.number().int(),
    under: z.number().int(),
  }),
  z.object({
    kind: z.literal('target'),
    kpi: z.string(),
    scope: targetScopeSchema,
    targetOf: z.enum(['own', 'all']),
    value: z.number(),
    target: z.number(),
    status: z.enum(['amber', 'red']),
  }),
]);

const ownPartSchema = z.object({ text: z.string(), unit: z.enum(kpiUnits) });

export const kpiDeclarationSchema = z.object({
  id: z.string(),
  category: z.enum(kpiCategories),
  unit: z.enum(kpiUnits),
  direction: z.enum(kpiDirections),
  dimensions: z.array(z.enum(kpiDimensions)),
  /** Ids of the ways it can be reckoned; the first is the default. Empty where there is one way only. */
  bases: z.array(z.string()),
  /** Whether the values of parts add up to that of the whole, and with them their targets. */
  isAdditive: z.boolean(),
  /** Whether a part without a target of its own is held against that of the whole. */
  inheritsTarget: z.boolean(),
  /** Its model is fitted anew for each period. */
  isFitted: z.literal(true).optional(),
  /** What a KPI that the workspace brings says of itself; the texts of built-in ones are in the language catalogue. */
  own: z
    .object({
      name: z.string(),
      description: z.string(),
      formula: z.string(),
      /** What a quotient divides, as it was written. */
      parts: z.object({ numerator: ownPartSchema, denominator: ownPartSchema }).optional(),
    })
    .optional(),
});
export type KpiDescription = z.infer<typeof kpiDeclarationSchema>;

export const targetSchema = z.object({
  id: z.number().int(),
  kpi: z.string(),
  scopeKind: z.enum(targetScopes),
  /** The name of the rep, team, product or segment; empty for `all`. */
  scopeKey: z.string(),
  /** A period of `period.ts`; empty: every period. */
  period: z.string(),
  value: z.number(),
  amber: z.number().nullable(),
  red: z.number().nullable(),
});
export type Target = z.infer<typeof targetSchema>;

const targetFiguresSchema = targetSchema.pick({ value: true, amber: true, red: true });
export const targetChangeSchema = z.object({
  /** ISO 8601, in UTC. */
  changedAt: z.string(),
  /** Null where there was none. */
  before: targetFiguresSchema.nullable(),
  after: targetFiguresSchema.nullable(),
});
export type TargetChange = z.infer<typeof targetChangeSchema>;

/** A definition that the workspace has and that is no KPI of it, as it cannot be reckoned. */
const brokenKpiSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Whether its definition can be shown and changed; a newer version may have written what this one cannot read. */
  isReadable: z.boolean(),
  error: errorDescriptionSchema,
});
export type BrokenKpi = z.infer<typeof brokenKpiSchema>;

export const kpiOperations = {
  'kpi.catalogue': operation(
    z.object({}),
    z.object({ kpis: z.array(kpiDeclarationSchema), broken: z.array(brokenKpiSchema) }),
  ),
  'kpi.evaluate': operation(
    dateRangeSchema.extend({
      /** All of the catalogue when left out. */
      kpis: z.array(z.string()).optional(),
      by: z.enum(kpiDimensions).optional(),
      basis: z.string().optional(),
      filter: kpiFilterSchema.default({}),
    }),
    z.object({ kpis: z.array(kpiResultSchema) }),
  ),
  'kpi.cross': operation(
    dateRangeSchema.extend({
      kpi: z.string(),
      basis: z.string().optional(),
      by: z.enum(rowDimensions),
      /** A dimension of time, or one in which KPIs can be narrowed. */
      across: z.enum(kpiDimensions),
      filter: kpiFilterSchema.default({}),
    }),
    kpiCrossingSchema,
  ),
  'kpi.cards': operation(
    dateRangeSchema.extend({ kpis: z.array(z.string()), filter: kpiFilterSchema.default({}) }),
    z.object({ cards: z.array(kpiCardSchema) }),
  ),
  /** All that is off target in a period, and the teams in which few reps are at quota. */
  'kpi.alerts': operation(
    dateRangeSchema.extend({ filter: kpiFilterSchema.default({}) }),
    z.object({ alerts: z.array(kpiAlertSchema) }),
  ),
  /** The rows that make a KPI's value, as a filter over a dataset for `rows.window`. */
  'kpi.sourceRows': operation(
    dateRangeSchema.extend({
      kpi: z.string(),
      basis: z.string().optional(),
      filter: kpiFilterSchema.default({}),
    }),
    z.object({
      sources: z.array(
        z.object({
          dataset: datasetIdSchema,
          filter: filterSchema,
          /** The built-in measure that is taken of them; null for an own KPI's, and for quotas and prices. */
          measure: z.enum(measureIds).nullable(),
          /** What the measure is called in the formula of an own KPI; else null. */
          name: z.string().nullable(),
          /** The dates that were looked at; empty where there is no first. */
          from: z.string(),
          to: z.string(),
        }),
      ),
    }),
  ),
  'target.list': operation(z.object({}), z.object({ targets: z.array(targetSchema) })),
  /** Replaces the target of the same KPI, scope and period. */
  'target.set': operation(targetSchema.omit({ id: true }), targetSchema),
  /** Sets and removes many as one step that is undone at once. Removing one that is not there does nothing. */
  'target.change': operation(
    z.object({
      set: z
        .array(targetSchema.omit({ id: true }))
        .max(20_000)
        .default([]),
      remove: z
        .array(targetSchema.pick({ kpi: true, scopeKind: true, scopeKey: true, period: true }))
        .max(20_000)
        .default([]),
    }),
    z.object({ changed: z.number().int() }),
  ),
  /** What has become of a target, the newest first. */
  'target.history': operation(
    targetSchema.pick({ kpi: true, scopeKind: true, scopeKey: true, period: true }),
    z.object({ changes: z.array(targetChangeSchema) }),
  ),
  'target.remove': operation(z.object({ id: z.number().int() }), z.object({})),
};
