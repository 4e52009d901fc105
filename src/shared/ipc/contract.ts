import { z } from 'zod';
import { customerOperations } from './customers';
import { dashboardOperations } from './dashboard';
import { dealOperations } from './deals';
import { errorDescriptionSchema } from './error-description';
import { exportOperations } from './export';
import { figureOperations } from './figure';
import { forecastOperations } from './forecast';
import { importOperations } from './import';
import { incentiveOperations } from './incentives';
import { kpiOperations } from './kpi';
import { oneToOneOperations } from './one-to-one';
import type { ReplyOf, RequestOf } from './operation';
import { ownKpiOperations } from './own-kpi';
import { planningOperations } from './planning';
import { pricingOperations } from './pricing';
import { qualityOperations } from './quality';
import { quotaPlanOperations } from './quota-plan';
import { rowsOperations } from './rows';
import { scenarioOperations } from './scenario';
import {
  hostOperations,
  settingsSchema,
  windowOperations,
  workspaceInfoSchema,
  workspaceOperations,
} from './workspace';

/** Answered by the worker that holds the database. */
export const databaseOperations = {
  ...workspaceOperations,
  ...rowsOperations,
  ...importOperations,
  ...qualityOperations,
  ...kpiOperations,
  ...ownKpiOperations,
  ...customerOperations,
  ...dashboardOperations,
  ...dealOperations,
  ...forecastOperations,
  ...oneToOneOperations,
  ...scenarioOperations,
  ...incentiveOperations,
  ...planningOperations,
  ...pricingOperations,
  ...quotaPlanOperations,
  ...exportOperations,
  ...figureOperations,
};
export type DatabaseOperations = typeof databaseOperations;

/** What the worker answers the main process, `host.*` included. */
export const workerOperations = { ...hostOperations, ...databaseOperations };
export type WorkerOperations = typeof workerOperations;

/** All that the renderer may ask. */
export const operations = { ...windowOperations, ...databaseOperations };
export type Operations = typeof operations;
export type OperationName = keyof Operations;
export type Request<Name extends OperationName> = RequestOf<Operations, Name>;
export type Reply<Name extends OperationName> = ReplyOf<Operations, Name>;

export function isOperationName(name: string): name is OperationName {
  return Object.hasOwn(operations, name);
}

/** What an operation gives back over a process border. */
export const outcomeSchema = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: errorDescriptionSchema }),
]);
export type Outcome<Value = unknown> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: z.infer<typeof errorDescriptionSchema> };

/** Commands of the application menu; the renderer carries them out. */
export const commandIds = [
  'workspace.new',
  'workspace.open',
  'workspace.openSample',
  'workspace.save',
  'workspace.saveAs',
  'workspace.close',
  'import.choose',
  'export.open',
  'history.undo',
  'history.redo',
  'edit.find',
  'palette.open',
  'view.start',
  'view.data',
  'view.kpis',
  'kpi.define',
  'view.targets',
  'view.incentives',
  'view.whatif',
  'view.review',
  'view.oneToOne',
  'view.quotas',
  'view.pricing',
  'view.imports',
  'settings.open',
  'help.shortcuts',
] as const;
export type CommandId = (typeof commandIds)[number];

/** What the main process tells the renderer unasked. */
export const events = {
  /** The open workspace changed, was saved, opened or closed. */
  workspace: workspaceInfoSchema.nullable(),
  progress: z.object({ job: z.string(), done: z.number(), total: z.number().nullable() }),
  command: z.object({ id: z.enum(commandIds) }),
  /** The system handed the app files, which `given.take` tells. */
  given: z.object({}),
  settings: settingsSchema,
  /** Something failed with no request to answer, such as saving in the background. */
  failure: errorDescriptionSchema,
};
export type Events = typeof events;
export type EventName = keyof Events;
export type EventPayload<Name extends EventName> = z.infer<Events[Name]>;
