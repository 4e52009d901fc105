import { z } from 'zod';
import { datasetIds, type FieldKind } from '../model/dataset';
import { errorDescriptionSchema } from './error-description';
import { operation } from './operation';

export const datasetIdSchema = z.enum(datasetIds);
export const cellValueSchema = z.union([z.string(), z.number(), z.null()]);

/** The id of an extra column in a row: `extra:` and the heading that it came with. */
export const extraColumnPrefix = 'extra:';

/** Stands for a row's id in the field of a filter's condition, which lists ids under `in`. */
export const rowIdColumn = 'row:id';

export const columnSchema = z.object({
  id: z.string(),
  /** The heading of an extra column; a field's heading is in the catalogue under its id. */
  extraName: z.string().nullable(),
  type: z.custom<FieldKind>(),
  required: z.boolean(),
});
export type Column = z.infer<typeof columnSchema>;

export const filterOperators = [
  'contains',
  'notContains',
  'equals',
  'notEquals',
  'startsWith',
  'endsWith',
  'less',
  'lessOrEqual',
  'greater',
  'greaterOrEqual',
  'between',
  'blank',
  'notBlank',
  'in',
] as const;

export const filterConditionSchema = z.object({
  field: z.string(),
  operator: z.enum(filterOperators),
  /** One value for most operators, two (inclusive) for `between`, any number for `in`, none for `blank`. */
  values: z.array(cellValueSchema).max(200_000).default([]),
});
export type FilterCondition = z.infer<typeof filterConditionSchema>;

/** All groups must hold; in a group any of its conditions. */
export const filterSchema = z.array(z.array(filterConditionSchema).min(1)).max(100);
export type Filter = z.infer<typeof filterSchema>;

export const sortSchema = z
  .array(z.object({ field: z.string(), direction: z.enum(['ascending', 'descending']) }))
  .max(20);
export type Sort = z.infer<typeof sortSchema>;

export const rowSchema = z.object({ id: z.number().int(), cells: z.record(z.string(), cellValueSchema) });
export type Row = z.infer<typeof rowSchema>;

/** A cell as a person typed or pasted it: text is read by the field's type and the locale. */
export const cellEditSchema = z.object({ id: z.number().int(), field: z.string(), value: cellValueSchema });
export const cellProblemSchema = z.object({
  /** Index in `edits`, or in `inserts`. */
  index: z.number().int(),
  kind: z.enum(['edit', 'insert']),
  field: z.string(),
  value: cellValueSchema,
  reason: errorDescriptionSchema,
});
export type CellProblem = z.infer<typeof cellProblemSchema>;

export const historyLabelSchema = z.object({
  code: z.string(),
  parameters: z.record(z.string(), z.union([z.string(), z.number()])),
});
/** What an undo step did, as a sentence of the `history` catalogue. */
export type HistoryLabel = z.infer<typeof historyLabelSchema>;

export const rowsOperations = {
  'rows.columns': operation(
    z.object({ dataset: datasetIdSchema }),
    z.object({ columns: z.array(columnSchema) }),
  ),
  'rows.window': operation(
    z.object({
      dataset: datasetIdSchema,
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(5000),
      sort: sortSchema.default([]),
      filter: filterSchema.default([]),
      /** Found in any text cell. */
      search: z.string().default(''),
    }),
    z.object({ rows: z.array(rowSchema), total: z.number().int() }),
  ),
  'rows.distinct': operation(
    z.object({
      dataset: datasetIdSchema,
      field: z.string(),
      /** Only values that contain it. */
      search: z.string().default(''),
      /** Only values of rows that pass it. */
      filter: filterSchema.default([]),
      limit: z.number().int().max(5000).default(500),
    }),
    z.object({ values: z.array(z.object({ value: cellValueSchema, count: z.number().int() })) }),
  ),
  /** One undoable step. Good cells go in; each bad one comes back as a problem and is left as it was. */
  'rows.edit': operation(
    z.object({
      dataset: datasetIdSchema,
      /** BCP 47, by which typed numbers and dates are read. */
      locale: z.string(),
      edits: z.array(cellEditSchema).max(200_000).default([]),
      inserts: z.array(z.record(z.string(), cellValueSchema)).max(200_000).default([]),
    }),
    z.object({
      changed: z.number().int(),
      insertedIds: z.array(z.number().int()),
      problems: z.array(cellProblemSchema),
    }),
  ),
  'rows.delete': operation(
    z.object({ dataset: datasetIdSchema, ids: z.array(z.number().int()).min(1).max(200_000) }),
    z.object({ deleted: z.number().int() }),
  ),
  'history.undo': operation(z.object({}), z.object({ label: historyLabelSchema.nullable() })),
  'history.redo': operation(z.object({}), z.object({ label: historyLabelSchema.nullable() })),
};
