import { z } from 'zod';
import { datasetIds } from '../model/dataset';
import { operation } from './operation';
import { historyLabelSchema } from './rows';

export const workspaceOptionsSchema = z.object({
  /** ISO 4217. */
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** The month in which the fiscal year starts, 1 to 12. */
  fiscalYearStart: z.number().int().min(1).max(12),
  /** Days without a purchase after which a customer without `churned_on` counts as lost. */
  inactivityDays: z.number().int().min(1).max(3650),
  /** Whose benchmarks count; empty: those of every industry. */
  industry: z.string().max(200),
});
export type WorkspaceOptions = z.infer<typeof workspaceOptionsSchema>;

export const dateRangeSchema = z.object({ from: z.iso.date(), to: z.iso.date() });
/** Calendar dates, both inclusive. */
export type DateRange = z.infer<typeof dateRangeSchema>;

export const workspaceInfoSchema = z.object({
  path: z.string(),
  /** The file's name without folder and ending. */
  name: z.string(),
  readOnly: z.boolean(),
  /** Rises with each change of the data, undo and redo included. */
  revision: z.number().int(),
  /** Whether the file on disk lacks changes. */
  unsaved: z.boolean(),
  savedAt: z.iso.datetime().nullable(),
  counts: z.record(z.enum(datasetIds), z.number().int()),
  /** First and last date in orders, deals, leads and activities; null where there are none. */
  dataRange: dateRangeSchema.nullable(),
  options: workspaceOptionsSchema,
  undo: historyLabelSchema.nullable(),
  redo: historyLabelSchema.nullable(),
});
export type WorkspaceInfo = z.infer<typeof workspaceInfoSchema>;

/** Asked by the main process alone: they take paths. */
export const hostOperations = {
  'host.create': operation(
    z.object({ path: z.string(), currency: z.string().optional() }),
    workspaceInfoSchema,
  ),
  'host.open': operation(z.object({ path: z.string() }), workspaceInfoSchema),
  'host.createSample': operation(z.object({ path: z.string() }), workspaceInfoSchema),
  'host.saveAs': operation(z.object({ path: z.string() }), workspaceInfoSchema),
  'host.close': operation(z.object({}), z.object({})),
};

/** Run on the open workspace, in the database's worker. */
export const workspaceOperations = {
  'workspace.save': operation(z.object({}), workspaceInfoSchema),
  'workspace.configure': operation(workspaceOptionsSchema.partial(), workspaceInfoSchema),
};

export const languageSchema = z.enum(['en', 'nb']);
export type Language = z.infer<typeof languageSchema>;

/** What the app remembers on this machine, apart from any workspace. */
export const settingsSchema = z.object({
  /** `system` follows the machine. */
  language: z.union([languageSchema, z.literal('system')]),
  theme: z.enum(['light', 'dark', 'system']),
});
export type Settings = z.infer<typeof settingsSchema>;

/** Run in the main process: windows, native dialogs, recent files. A reply of null says that the person cancelled the dialog. */
export const windowOperations = {
  'workspace.current': operation(z.object({}), workspaceInfoSchema.nullable()),
  'workspace.create': operation(z.object({}), workspaceInfoSchema.nullable()),
  /** Without a path a dialog asks for one; a path must be one of the recent list or have been given by the system. */
  'workspace.open': operation(z.object({ path: z.string().optional() }), workspaceInfoSchema.nullable()),
  'workspace.openSample': operation(z.object({}), workspaceInfoSchema),
  /** A new workspace in the user's documents folder, named after the first spreadsheet that goes into it. */
  'workspace.createForSource': operation(z.object({ source: z.string() }), workspaceInfoSchema),
  'workspace.saveAs': operation(z.object({}), workspaceInfoSchema.nullable()),
  'workspace.close': operation(z.object({}), z.object({})),
  'recent.list': operation(
    z.object({}),
    z.object({
      workspaces: z.array(
        z.object({ path: z.string(), name: z.string(), openedAt: z.iso.datetime(), exists: z.boolean() }),
      ),
    }),
  ),
  'recent.remove': operation(z.object({ path: z.string() }), z.object({})),
  /** The files that the system handed the app since it was last asked: a workspace to open, spreadsheets to import. */
  'given.take': operation(
    z.object({}),
    z.object({ workspace: z.string().nullable(), sources: z.array(z.string()) }),
  ),
  'dialog.chooseSources': operation(z.object({}), z.object({ paths: z.array(z.string()) })),
  'dialog.chooseExportFile': operation(
    z.object({ suggestedName: z.string(), format: z.enum(['xlsx', 'csv', 'json', 'png', 'svg']) }),
    z.object({ path: z.string().nullable() }),
  ),
  'settings.get': operation(
    z.object({}),
    z.object({ settings: settingsSchema, systemLanguage: languageSchema, version: z.string() }),
  ),
  'settings.set': operation(settingsSchema.partial(), settingsSchema),
  /** Fills the screen, or gives the window back the shape that it had before. */
  'window.fillScreen': operation(z.object({ fills: z.boolean() }), z.object({})),
  'job.cancel': operation(z.object({ job: z.string() }), z.object({})),
};
