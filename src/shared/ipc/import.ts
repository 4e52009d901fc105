import { z } from 'zod';
import { datasetIds } from '../model/dataset';
import { errorDescriptionSchema } from './error-description';
import { operation } from './operation';
import { cellValueSchema } from './rows';
import { languageSchema } from './workspace';

const datasetIdSchema = z.enum(datasetIds);

/** How a column's cells are read. */
export const columnTypes = ['text', 'number', 'percent', 'date', 'period', 'boolean'] as const;

export const columnMappingSchema = z.object({
  /** Position in the sheet, 0 for column A. */
  index: z.number().int().min(0),
  heading: z.string(),
  /** The dataset's field, or null: the column is kept as an extra column. */
  field: z.string().nullable(),
  /** Whether the column is imported at all. */
  included: z.boolean().default(true),
  type: z.enum(columnTypes),
});
export type ColumnMapping = z.infer<typeof columnMappingSchema>;

/** Order of day and month where digits alone do not tell. */
export const dateOrders = ['dayFirst', 'monthFirst'] as const;

/**
 * Columns whose headings are values, such as months, each of which becomes a row of its own: what the heading says and what
 * stands in the cell are two new columns behind those that remain.
 */
export const unpivotSchema = z.object({
  kind: z.enum(['quotas', 'revenue', 'activities', 'competitors', 'stages']),
  /** Positions in the sheet, 0 for column A. */
  columns: z.array(z.number().int().min(0)).min(1),
});
export type Unpivot = z.infer<typeof unpivotSchema>;

/** Where the rows come from: everything that a person may change about how a file is read. */
export const sourceSelectionSchema = z.object({
  path: z.string(),
  sheet: z.string().optional(),
  /** `A5:K900`; the first row of it holds the headings. */
  range: z
    .string()
    .regex(/^[A-Za-z]{1,3}[0-9]{1,7}:[A-Za-z]{1,3}[0-9]{1,7}$/)
    .optional(),
  /** 1 for the sheet's first row; 0 where the table has no headings. */
  headerRow: z.number().int().min(0).optional(),
  /** Whether rows that the program hides are left out; without it they are taken like any other. */
  leaveOutHidden: z.boolean().optional(),
  /** Of a text file; as iconv-lite names it. */
  encoding: z.string().optional(),
  delimiter: z.string().optional(),
  /** BCP 47: decides what the cells themselves leave open. */
  locale: z.string().optional(),
  dateOrder: z.enum(dateOrders).optional(),
  dataset: datasetIdSchema.optional(),
  /** The id of the template by which columns are mapped; null for none, and without it the headings decide. */
  template: z.string().nullable().optional(),
  /** Null leaves a wide table as it is; without it the file decides. */
  unpivot: unpivotSchema.nullable().optional(),
});
export type SourceSelection = z.infer<typeof sourceSelectionSchema>;

/** A mapping under a name: the workspace's own, or one of a known program's exports. */
export const importTemplateSchema = z.object({
  /** `own:3`, `salesforce:opportunities`. */
  id: z.string(),
  /** What a person called it, or the program's name. */
  name: z.string(),
  dataset: datasetIdSchema,
  builtIn: z.boolean(),
});
export type ImportTemplate = z.infer<typeof importTemplateSchema>;

export const newTemplateSchema = z.object({
  name: z.string().max(200),
  dataset: datasetIdSchema,
  columns: z.array(columnMappingSchema),
  key: z.array(z.string()),
  /** Settles columns of dates that can be read both ways; null leaves them open. */
  dateOrder: z.enum(dateOrders).nullable(),
});
export type NewTemplate = z.infer<typeof newTemplateSchema>;

export const inspectionSchema = z.object({
  source: z.string(),
  sheets: z.array(
    z.object({ name: z.string(), hidden: z.boolean(), rows: z.number().int(), columns: z.number().int() }),
  ),
  sheet: z.string(),
  /** 1 for the sheet's first row; 0 where the table has no headings. */
  headerRow: z.number().int(),
  /** Rows of the table that the program hides, whether they are left out or not. */
  hiddenRows: z.number().int(),
  /** Rows below the header that hold anything. */
  rowCount: z.number().int(),
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  locale: z.string(),
  dateOrder: z.enum(dateOrders),
  /** True where every date of some column could be read both ways, so that a person must say. */
  dateOrderAmbiguous: z.boolean(),
  /** How a wide table is turned into rows; null where it is not. */
  unpivot: unpivotSchema.nullable(),
  /** How it could be turned into rows; null for a table that is not wide. */
  wide: unpivotSchema.nullable(),
  /** By which the columns were mapped, or whose export the table is known to be; null where none is. */
  template: importTemplateSchema.nullable(),
  dataset: datasetIdSchema,
  /** 0 to 1. */
  confidence: z.number(),
  candidates: z.array(z.object({ dataset: datasetIdSchema, confidence: z.number() })),
  columns: z.array(columnMappingSchema.extend({ samples: z.array(z.string()), confidence: z.number() })),
  /** Fields that tell every row of the table from the others, so that it can be known again next time; empty where none do. */
  suggestedKey: z.array(z.string()),
  notes: z.array(errorDescriptionSchema),
});
export type Inspection = z.infer<typeof inspectionSchema>;

/** A cell of the table that is imported: of a wide table, of the rows that its columns are turned into. */
export const cellPlaceSchema = z.object({
  /** 0 for the table's first row below its headings. */
  row: z.number().int().min(0),
  /** 0 for the table's first column of all. */
  column: z.number().int().min(0),
});
export type CellPlace = z.infer<typeof cellPlaceSchema>;

export const importPlanSchema = sourceSelectionSchema.required({ dataset: true, sheet: true }).extend({
  columns: z.array(columnMappingSchema),
  /** Fields by which an existing row is found and updated; without them every row is new. */
  key: z.array(z.string()).default([]),
  /** What stands in place of cells that could not be read. */
  corrections: z.array(cellPlaceSchema.extend({ text: z.string() })).optional(),
});
export type ImportPlan = z.infer<typeof importPlanSchema>;

export const rejectSchema = z.object({
  /** The sheet's row, 1 for the first. */
  row: z.number().int(),
  /** The column's heading; null where the row as a whole is at fault. */
  column: z.string().nullable(),
  value: z.string().nullable(),
  reason: errorDescriptionSchema,
  /** Where a plan can correct it. */
  place: cellPlaceSchema.optional(),
});
export type Reject = z.infer<typeof rejectSchema>;

/** An earlier import of the very same sheet. */
export const earlierImportSchema = z.object({
  batch: z.number().int(),
  source: z.string(),
  importedAt: z.iso.datetime(),
});
export type EarlierImport = z.infer<typeof earlierImportSchema>;

export const importCountsSchema = z.object({
  rows: z.number().int(),
  inserted: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  rejected: z.number().int(),
});

export const importPreviewSchema = importCountsSchema.extend({
  /** Null where the sheet, as it is, has not been imported yet. */
  earlier: earlierImportSchema.nullable(),
  /** The currency (ISO 4217) that an empty workspace would take over from the file; null where it keeps its own. */
  currency: z.string().nullable(),
  /** The first rejects; `rejected` counts all. */
  rejects: z.array(rejectSchema),
  /** The first rows as they would be stored, by field. */
  sample: z.array(z.object({ row: z.number().int(), cells: z.record(z.string(), cellValueSchema) })),
  /** Names that the import would add to reps, products and customers. */
  newNames: z.object({
    reps: z.array(z.string()),
    products: z.array(z.string()),
    customers: z.array(z.string()),
  }),
});
export type ImportPreview = z.infer<typeof importPreviewSchema>;

export const importBatchSchema = importCountsSchema.extend({
  id: z.number().int(),
  source: z.string(),
  sheet: z.string(),
  dataset: datasetIdSchema,
  importedAt: z.iso.datetime(),
  mapping: z.array(columnMappingSchema),
});
export type ImportBatch = z.infer<typeof importBatchSchema>;

const jobSchema = z.string().min(1).max(64);

export const importOperations = {
  'import.inspect': operation(
    z.object({ job: jobSchema, selection: sourceSelectionSchema }),
    inspectionSchema,
  ),
  'import.preview': operation(z.object({ job: jobSchema, plan: importPlanSchema }), importPreviewSchema),
  'import.run': operation(
    z.object({ job: jobSchema, plan: importPlanSchema }),
    z.object({
      batch: importBatchSchema,
      rejects: z.array(rejectSchema),
      earlier: earlierImportSchema.nullable(),
    }),
  ),
  /** The workspace's own templates, then those of known programs. */
  'import.templates': operation(z.object({}), z.object({ templates: z.array(importTemplateSchema) })),
  /** Takes the place of one of the same name. */
  'import.saveTemplate': operation(newTemplateSchema, importTemplateSchema),
  'import.renameTemplate': operation(z.object({ id: z.string(), name: z.string().max(200) }), z.object({})),
  'import.removeTemplate': operation(z.object({ id: z.string() }), z.object({})),
  'import.batches': operation(z.object({}), z.object({ batches: z.array(importBatchSchema) })),
  'import.undo': operation(
    z.object({ batch: z.number().int() }),
    z.object({ deleted: z.number().int(), restored: z.number().int(), kept: z.number().int() }),
  ),
  'import.exportRejects': operation(
    z.object({
      job: jobSchema,
      batch: z.number().int(),
      path: z.string(),
      format: z.enum(['xlsx', 'csv']),
      language: languageSchema,
      locale: z.string(),
    }),
    z.object({ path: z.string(), rows: z.number().int() }),
  ),
  'import.rejects': operation(
    z.object({ batch: z.number().int() }),
    z.object({ rejects: z.array(rejectSchema) }),
  ),
};
