import {
  type DatabaseOperations,
  databaseOperations,
  type Outcome,
  type WorkerOperations,
  workerOperations,
} from '@shared/ipc/contract';
import type { Handlers, JobControl } from '@shared/ipc/operation';
import type { WorkspaceInfo } from '@shared/ipc/workspace';
import { type ErrorDescription, QuotabenchError } from '@shared/model/error';
import { createSampleWorkspace } from '../workspace/sample-workspace';
import { WorkspaceSession } from '../workspace/workspace-session';
import { databaseHandlers } from './database-handlers';

interface HostEvents {
  workspaceChanged(info: WorkspaceInfo | null): void;
  progress(job: string, done: number, total: number | null): void;
  failed(error: ErrorDescription): void;
}

/** How long the workspace rests after a change before it is saved in the background. */
const restBeforeSave = 1000;

/**
 * Holds the one open workspace and answers the contract's operations on it, one after the other. Saves by itself when the
 * workspace has come to rest after a change.
 */
export class WorkspaceHost {
  private session: WorkspaceSession | null = null;
  private handlers: Handlers<DatabaseOperations> | null = null;
  private queue: Promise<unknown> = Promise.resolve();
  private saveTimer: NodeJS.Timeout | null = null;
  private readonly cancelled = new Set<string>();

  constructor(private readonly events: HostEvents) {}

  /** Never rejects: a failure is an outcome. */
  answer<Name extends keyof WorkerOperations>(name: Name, request: unknown): Promise<Outcome> {
    const answered = this.queue.then(() => this.attempt(name, request));
    this.queue = answered;
    return answered;
  }

  /** The job ends at its next breath. */
  cancel(job: string): void {
    this.cancelled.add(job);
  }

  private async attempt(name: keyof WorkerOperations, request: unknown): Promise<Outcome> {
    const revision = this.session?.revision;
    try {
      const parsed = workerOperations[name].request.safeParse(request);
      if (!parsed.success) {
        throw new QuotabenchError('badRequest', {
          operation: name,
          detail: parsed.error.issues[0]?.message ?? '',
        });
      }
      const value = await this.handle(name, parsed.data);
      return { ok: true, value };
    } catch (error) {
      return { ok: false, error: describeError(error) };
    } finally {
      if (this.session && this.session.revision !== revision) {
        this.events.workspaceChanged(this.session.info());
        this.saveSoon();
      }
    }
  }

  private async handle(name: keyof WorkerOperations, request: unknown): Promise<unknown> {
    if (name in databaseOperations) return this.handleDatabase(name as keyof DatabaseOperations, request);
    const handler = this.hostHandlers[name as keyof typeof this.hostHandlers] as (
      request: unknown,
    ) => Promise<unknown>;
    return handler(request);
  }

  private async handleDatabase(name: keyof DatabaseOperations, request: unknown): Promise<unknown> {
    if (this.handlers === null) throw new QuotabenchError('noWorkspace');
    const job =
      typeof request === 'object' && request !== null && 'job' in request ? String(request.job) : '';
    const handler = this.handlers[name] as (request: unknown, control: JobControl) => unknown;
    try {
      return await handler(request, this.controlOf(job));
    } finally {
      this.cancelled.delete(job);
    }
  }

  private readonly hostHandlers = {
    'host.create': async ({ path, currency }: { path: string; currency?: string }) =>
      this.adopt(await WorkspaceSession.create(path, currency ? { currency } : {})),
    'host.open': async ({ path }: { path: string }) => this.adopt(await WorkspaceSession.open(path)),
    'host.createSample': async ({ path }: { path: string }) => this.adopt(await createSampleWorkspace(path)),
    'host.saveAs': async ({ path }: { path: string }) => {
      if (this.session === null) throw new QuotabenchError('noWorkspace');
      await this.session.saveAs(path);
      const info = this.session.info();
      this.events.workspaceChanged(info);
      return info;
    },
    'host.close': async () => {
      await this.release();
      this.events.workspaceChanged(null);
      return {};
    },
  };

  private async adopt(session: WorkspaceSession): Promise<WorkspaceInfo> {
    try {
      await this.release();
    } catch (error) {
      session.close();
      throw error;
    }
    this.session = session;
    this.handlers = databaseHandlers(session);
    const info = session.info();
    this.events.workspaceChanged(info);
    return info;
  }

  /** Saves what is unsaved, then lets go of the workspace; when saving fails it stays open. */
  private async release(): Promise<void> {
    if (this.saveTimer) clearTimeout(this.saveTimer);
    this.saveTimer = null;
    if (this.session?.unsaved) await this.session.save();
    this.session?.close();
    this.session = null;
    this.handlers = null;
  }

  private saveSoon(): void {
    if (this.saveTimer) clearTimeout(this.saveTimer);
    this.saveTimer = setTimeout(() => {
      this.queue = this.queue.then(() => this.saveInBackground());
    }, restBeforeSave);
  }

  private async saveInBackground(): Promise<void> {
    if (!this.session?.unsaved) return;
    try {
      await this.session.save();
      this.events.workspaceChanged(this.session.info());
    } catch (error) {
      this.events.failed(describeError(error));
    }
  }

  private controlOf(job: string): JobControl {
    return {
      progress: (done, total) => this.events.progress(job, done, total),
      breathe: async () => {
        await new Promise((resolve) => setImmediate(resolve));
        if (this.cancelled.has(job)) throw new QuotabenchError('cancelled');
      },
    };
  }
}

function describeError(error: unknown): ErrorDescription {
  if (error instanceof QuotabenchError) return error.describe();
  return {
    code: 'unexpected',
    parameters: { detail: error instanceof Error ? error.message : String(error) },
  };
}
