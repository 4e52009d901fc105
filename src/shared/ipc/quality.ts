import { z } from 'zod';
import { operation } from './operation';
import { cellValueSchema, datasetIdSchema } from './rows';

/** What may be at fault with rows. */
export const qualityKinds = ['missing', 'range', 'email', 'duplicate', 'orphan'] as const;
export type QualityKind = (typeof qualityKinds)[number];

export const qualityFindingSchema = z.object({
  /** Names the check within its dataset. */
  id: z.string(),
  kind: z.enum(qualityKinds),
  /** With the kind, the key of a sentence in the `quality` catalogue. */
  code: z.string(),
  /** The fields that the sentence names. */
  field: z.string().nullable(),
  other: z.string().nullable(),
  /** Rows at fault. */
  count: z.number().int(),
});
export type QualityFinding = z.infer<typeof qualityFindingSchema>;

export const duplicateGroupSchema = z.object({
  rows: z.array(z.object({ id: z.number().int(), cells: z.record(z.string(), cellValueSchema) })),
  /** True where what tells rows apart is the same, not only alike. */
  sure: z.boolean(),
});
export type DuplicateGroup = z.infer<typeof duplicateGroupSchema>;

export const mergeSchema = z.object({
  /** The row that stays. */
  keep: z.number().int(),
  /** Those that go into it. */
  others: z.array(z.number().int()).min(1),
});
export type Merge = z.infer<typeof mergeSchema>;

/** Rows that a finding's filter lists at most. */
export const mostFoundRows = 200_000;

export const qualityOperations = {
  /** What is at fault with the rows of a dataset; checks that find nothing are left out. */
  'quality.report': operation(
    z.object({ dataset: datasetIdSchema }),
    z.object({ rows: z.number().int(), findings: z.array(qualityFindingSchema) }),
  ),
  /** The rows that a check finds, for a filter. */
  'quality.rows': operation(
    z.object({ dataset: datasetIdSchema, check: z.string() }),
    z.object({ ids: z.array(z.number().int()) }),
  ),
  /** Groups of rows that a check of duplicates finds, some of them at a time. */
  'quality.duplicates': operation(
    z.object({
      dataset: datasetIdSchema,
      check: z.string(),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
    }),
    z.object({ groups: z.array(duplicateGroupSchema), total: z.number().int(), sure: z.number().int() }),
  ),
  /**
   * Merges rows as one step that can be undone: what the row that stays lacks is filled from the others, which go, and rows that
   * named them name it.
   */
  'quality.merge': operation(
    z.object({ dataset: datasetIdSchema, merges: z.array(mergeSchema).min(1).max(10_000) }),
    z.object({ removed: z.number().int() }),
  ),
  /** Merges all groups of a check that are surely the same, the oldest row of each staying: one step. */
  'quality.mergeSure': operation(
    z.object({ dataset: datasetIdSchema, check: z.string() }),
    z.object({ removed: z.number().int() }),
  ),
};
