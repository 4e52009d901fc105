import { requestChannel } from '@shared/ipc/bridge';
import {
  databaseOperations,
  isOperationName,
  type OperationName,
  type Outcome,
  operations,
} from '@shared/ipc/contract';
import { type Handlers, unattended } from '@shared/ipc/operation';
import type { windowOperations } from '@shared/ipc/workspace';
import { type ErrorDescription, QuotabenchError } from '@shared/model/error';
import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { ChosenFiles } from '../window/chosen-files';
import { isTrustedSender } from '../window/security';
import type { DatabaseClient } from './database-client';

export type WindowHandlers = Handlers<typeof windowOperations>;

/** Operations that write the file at the `path` of their request. */
const writingOperations: ReadonlySet<OperationName> = new Set<OperationName>([
  'export.dataset',
  'export.kpis',
  'figure.picture',
  'figure.table',
  'import.exportRejects',
  'scenario.export',
  'ownKpi.export',
]);

interface Answerers {
  readonly database: DatabaseClient;
  readonly windowHandlers: WindowHandlers;
  readonly chosenFiles: ChosenFiles;
}

/** Answers the renderer's requests: checks the sender and the request, then asks the worker or the window's handlers. */
export function registerRequests(answerers: Answerers): void {
  ipcMain.handle(requestChannel, async (event, name: unknown, request: unknown): Promise<Outcome> => {
    try {
      return await answer(event, String(name), request, answerers);
    } catch (error) {
      return { ok: false, error: describeFailure(error) };
    }
  });
}

async function answer(
  event: IpcMainInvokeEvent,
  name: string,
  request: unknown,
  { database, windowHandlers, chosenFiles }: Answerers,
): Promise<Outcome> {
  if (!isTrustedSender(event.senderFrame)) {
    throw new QuotabenchError('badRequest', { operation: name, detail: 'sender' });
  }
  if (!isOperationName(name)) throw new QuotabenchError('badRequest', { operation: name, detail: 'unknown' });
  const parsed = operations[name].request.safeParse(request);
  if (!parsed.success) {
    throw new QuotabenchError('badRequest', {
      operation: name,
      detail: parsed.error.issues[0]?.message ?? '',
    });
  }
  if (writingOperations.has(name) && !chosenFiles.has(String(Object(parsed.data).path))) {
    throw new QuotabenchError('badRequest', { operation: name, detail: 'path' });
  }
  if (name in databaseOperations) return database.ask(name as keyof typeof databaseOperations, parsed.data);
  const handler = windowHandlers[name as keyof WindowHandlers] as (
    request: unknown,
    job: typeof unattended,
  ) => unknown;
  return { ok: true, value: await handler(parsed.data, unattended) };
}

function describeFailure(error: unknown): ErrorDescription {
  if (error instanceof QuotabenchError) return error.describe();
  return {
    code: 'unexpected',
    parameters: { detail: error instanceof Error ? error.message : String(error) },
  };
}
