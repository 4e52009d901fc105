import { parentPort } from 'node:worker_threads';
import { workerOperations } from '@shared/ipc/contract';
import { QuotabenchError } from '@shared/model/error';
import { z } from 'zod';
import { WorkspaceHost } from './workspace-host';

/** Entry point of the worker that holds the database. Messages: see `database-client.ts`. */

const port = parentPort;
if (port === null) throw new Error('The database worker is started by the main process.');

const host = new WorkspaceHost({
  workspaceChanged: (info) => port.postMessage({ kind: 'workspace', info }),
  progress: (job, done, total) => port.postMessage({ kind: 'progress', job, done, total }),
  failed: (error) => port.postMessage({ kind: 'failure', error }),
});

const messageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('request'), id: z.number(), name: z.string(), request: z.unknown() }),
  z.object({ kind: z.literal('cancel'), job: z.string() }),
]);

port.on('message', (message: unknown) => {
  const parsed = messageSchema.parse(message);
  if (parsed.kind === 'cancel') {
    host.cancel(parsed.job);
    return;
  }
  if (!Object.hasOwn(workerOperations, parsed.name)) {
    const error = new QuotabenchError('badRequest', { operation: parsed.name, detail: 'unknown' }).describe();
    port.postMessage({ kind: 'reply', id: parsed.id, outcome: { ok: false, error } });
    return;
  }
  void host
    .answer(parsed.name as keyof typeof workerOperations, parsed.request)
    .then((outcome) => port.postMessage({ kind: 'reply', id: parsed.id, outcome }));
});
