import { z } from 'zod';
import { filterConditionSchema } from '../../ipc/rows';
import { kpiCategories, kpiDirections, kpiUnits } from '../declaration';
import { measureDatasets } from '../measure';

/** How the rows of a measure become one number. */
export const ownAggregates = ['count', 'sum', 'mean', 'median', 'minimum', 'maximum', 'distinct'] as const;
export type OwnAggregate = (typeof ownAggregates)[number];

/** Which rows a period takes, where that is not by one of their dates. */
export const statePlacements = ['open_at_end', 'there_at_start'] as const;

/** What the numbers of an extra column are, which no declaration tells. */
export const extraUnits = ['number', 'money', 'days'] as const;

/** A number that is taken from rows. All conditions of `where` must hold; of a list in it any. */
export const rowsMeasureSchema = z.strictObject({
  dataset: z.enum(measureDatasets),
  aggregate: z.enum(ownAggregates),
  /** A field, a number that is reckoned for each row (`margin`, `cycle_days`…), or an extra column; none for `count`. */
  field: z.string().max(200).optional(),
  /** Of an extra column; a plain number when left out. */
  unit: z.enum(extraUnits).optional(),
  /** The date by which rows lie in a period, `open_at_end` or `there_at_start`; the dataset's own date when left out. */
  date: z.string().max(60).optional(),
  where: z
    .array(z.union([filterConditionSchema, z.array(filterConditionSchema).min(1).max(50)]))
    .max(50)
    .optional(),
});
export type RowsMeasure = z.infer<typeof rowsMeasureSchema>;

/** The value that another KPI has for the same period, rows and filters. */
export const kpiMeasureSchema = z.strictObject({
  kpi: z.string().max(60),
  basis: z.string().max(60).optional(),
});
export type KpiMeasure = z.infer<typeof kpiMeasureSchema>;

export const ownMeasureSchema = z.union([kpiMeasureSchema, rowsMeasureSchema]);
export type OwnMeasure = z.infer<typeof ownMeasureSchema>;

export function isKpiMeasure(measure: OwnMeasure): measure is KpiMeasure {
  return 'kpi' in measure;
}

export const measureName = /^[\p{L}][\p{L}\p{N}_]{0,39}$/u;
export const kpiId = /^[a-z][a-z0-9_]{0,59}$/;

/** The most measures of one KPI. */
export const mostMeasures = 20;

/** A KPI as a person defines it. What it may say of fields, units and other KPIs is checked by `compile-own-kpi.ts`. */
export const ownKpiSchema = z.strictObject({
  /** Stays when the name changes. */
  id: z.string().regex(kpiId),
  name: z.string().trim().min(1).max(80),
  description: z.string().max(500).optional(),
  category: z.enum(kpiCategories).optional(),
  unit: z.enum(kpiUnits),
  direction: z.enum(kpiDirections),
  measures: z.record(z.string().regex(measureName), ownMeasureSchema),
  formula: z.string(),
});
export type OwnKpi = z.infer<typeof ownKpiSchema>;

/** An id that says what the name says, and that is not taken: `Omsetning per møte` gives `omsetning_per_mote`. */
export function idFor(name: string, taken: readonly string[]): string {
  const plain = name
    .toLowerCase()
    .replace(/æ/g, 'ae')
    .replace(/ø/g, 'o')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_0-9]+|_+$/g, '')
    .slice(0, 50);
  const base = plain === '' ? 'kpi' : plain;
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}_${number}`;
    if (!taken.includes(id)) return id;
  }
}
