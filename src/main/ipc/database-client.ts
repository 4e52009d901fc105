import { Worker } from 'node:worker_threads';
import { type Outcome, outcomeSchema, type WorkerOperations } from '@shared/ipc/contract';
import { errorDescriptionSchema } from '@shared/ipc/error-description';
import type { ReplyOf, RequestOf } from '@shared/ipc/operation';
import { type WorkspaceInfo, workspaceInfoSchema } from '@shared/ipc/workspace';
import { type ErrorDescription, QuotabenchError } from '@shared/model/error';
import { z } from 'zod';

const messageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reply'), id: z.number(), outcome: outcomeSchema }),
  z.object({ kind: z.literal('workspace'), info: workspaceInfoSchema.nullable() }),
  z.object({ kind: z.literal('progress'), job: z.string(), done: z.number(), total: z.number().nullable() }),
  z.object({ kind: z.literal('failure'), error: errorDescriptionSchema }),
]);

interface ClientEvents {
  workspaceChanged(info: WorkspaceInfo | null): void;
  progress(job: string, done: number, total: number | null): void;
  failed(error: ErrorDescription): void;
}

/** The main process's end of the database worker. */
export class DatabaseClient {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, (outcome: Outcome) => void>();
  private lastId = 0;

  constructor(workerPath: string, events: ClientEvents) {
    this.worker = new Worker(workerPath);
    this.worker.on('message', (message: unknown) => {
      const parsed = messageSchema.parse(message);
      if (parsed.kind === 'reply') {
        this.waiting.get(parsed.id)?.(parsed.outcome);
        this.waiting.delete(parsed.id);
      } else if (parsed.kind === 'workspace') events.workspaceChanged(parsed.info);
      else if (parsed.kind === 'progress') events.progress(parsed.job, parsed.done, parsed.total);
      else events.failed(parsed.error);
    });
    this.worker.on('error', (error) => {
      const outcome: Outcome = {
        ok: false,
        error: { code: 'unexpected', parameters: { detail: error.message } },
      };
      for (const settle of this.waiting.values()) settle(outcome);
      this.waiting.clear();
      events.failed(outcome.error);
    });
  }

  /** Never rejects: a failure is an outcome. */
  ask(name: keyof WorkerOperations, request: unknown): Promise<Outcome> {
    this.lastId += 1;
    const id = this.lastId;
    return new Promise((resolve) => {
      this.waiting.set(id, resolve);
      this.worker.postMessage({ kind: 'request', id, name, request });
    });
  }

  /** @throws QuotabenchError whatever the operation failed with. */
  async call<Name extends keyof WorkerOperations>(
    name: Name,
    request: RequestOf<WorkerOperations, Name>,
  ): Promise<ReplyOf<WorkerOperations, Name>> {
    const outcome = await this.ask(name, request);
    if (!outcome.ok) throw new QuotabenchError(outcome.error.code, outcome.error.parameters);
    return outcome.value as ReplyOf<WorkerOperations, Name>;
  }

  cancel(job: string): void {
    this.worker.postMessage({ kind: 'cancel', job });
  }

  async stop(): Promise<void> {
    await this.worker.terminate();
  }
}
