import { stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { HistoryLabel } from '@shared/ipc/rows';
import type { WorkspaceInfo, WorkspaceOptions } from '@shared/ipc/workspace';
import { type DatasetId, datasetIds } from '@shared/model/dataset';
import { QuotabenchError } from '@shared/model/error';
import {
  ChangeRecorder,
  type ChangeSet,
  type RecordedTable,
  repeatChanges,
  revertChanges,
} from '../database/change-set';
import { Connection } from '../database/connection';
import { createSchema, migrate } from '../database/migrate';
import { History, type HistoryStep } from './history';
import { isWritable, readWorkspaceFile, replaceFile } from './workspace-file';
import { readOptions, writeOptions } from './workspace-options';

export const workspaceEnding = '.qbench';

/**
 * One open workspace: its database in memory, the file that it is kept in, and what can be undone. All changes of the data go
 * through `change`.
 */
export class WorkspaceSession {
  private readonly history = new History();
  private currentRevision = 0;
  private readonly tableRevisions = new Map<RecordedTable, number>();
  private savedRevision = 0;
  private savedAt: Date | null = null;

  private constructor(
    readonly connection: Connection,
    private currentPath: string,
    private writable: boolean,
  ) {}

  /**
   * Creates an empty workspace and its file.
   * @throws QuotabenchError `workspaceExists`, `workspaceFolderMissing`, `saveFailed`.
   */
  static async create(path: string, options: Partial<WorkspaceOptions> = {}): Promise<WorkspaceSession> {
    const exists = await stat(path).then(
      () => true,
      () => false,
    );
    if (exists) throw new QuotabenchError('workspaceExists', { path });
    const connection = await Connection.create();
    createSchema(connection);
    writeOptions(new ChangeRecorder(connection), { ...readOptions(connection), ...options });
    const session = new WorkspaceSession(connection, path, true);
    await session.save();
    return session;
  }

  /**
   * @throws QuotabenchError `workspaceMissing`, `workspaceUnreadable`, `notAWorkspace`, `workspaceNewer`, `workspaceDamaged`.
   */
  static async open(path: string): Promise<WorkspaceSession> {
    const bytes = await readWorkspaceFile(path);
    const connection = await Connection.open(bytes);
    try {
      migrate(connection, path);
    } catch (error) {
      connection.close();
      if (error instanceof QuotabenchError) throw error;
      throw new QuotabenchError(
        'workspaceDamaged',
        { path, detail: (error as Error).message },
        { cause: error },
      );
    }
    return new WorkspaceSession(connection, path, await isWritable(path));
  }

  get path(): string {
    return this.currentPath;
  }

  /** Rises with each change, undo and redo included: what was reckoned at one revision holds until the next. */
  get revision(): number {
    return this.currentRevision;
  }

  /** The last revision that changed any of the tables: what was read of them alone holds until it rises. */
  revisionOf(...tables: readonly RecordedTable[]): number {
    return Math.max(...tables.map((table) => this.tableRevisions.get(table) ?? 0));
  }

  get unsaved(): boolean {
    return this.currentRevision !== this.savedRevision;
  }

  get options(): WorkspaceOptions {
    return readOptions(this.connection);
  }

  /** Makes a change that is undone as one step; all of it or, when `work` throws, nothing. */
  change<Result>(label: HistoryLabel, work: (recorder: ChangeRecorder) => Result): Result {
    const recorder = new ChangeRecorder(this.connection);
    const result = this.connection.transaction(() => work(recorder));
    const changes = recorder.changes();
    if (changes.length > 0) {
      this.history.add({ label, changes });
      this.countRevision(changes);
    }
    return result;
  }

  /** Does what `work` does and takes it back at once: what a change would do, without doing it. */
  rehearse<Result>(work: (recorder: ChangeRecorder) => Result): Result {
    return this.connection.rehearse(() => work(new ChangeRecorder(this.connection)));
  }

  /** Gives the label of the step that was undone, or null when there was none. */
  undo(): HistoryLabel | null {
    return this.travel(this.history.undo((changes) => revertChanges(this.connection, changes)));
  }

  redo(): HistoryLabel | null {
    return this.travel(this.history.redo((changes) => repeatChanges(this.connection, changes)));
  }

  /** @throws QuotabenchError `workspaceReadOnly`, `workspaceFolderMissing`, `saveFailed`. */
  async save(): Promise<void> {
    if (!this.writable) throw new QuotabenchError('workspaceReadOnly', { path: this.currentPath });
    const revision = this.currentRevision;
    await replaceFile(this.currentPath, this.connection.bytes());
    this.savedRevision = revision;
    this.savedAt = new Date();
  }

  /** Keeps the workspace in another file from now on; the file before stays as it was last saved. */
  async saveAs(path: string): Promise<void> {
    await replaceFile(path, this.connection.bytes());
    this.currentPath = path;
    this.writable = true;
    this.savedRevision = this.currentRevision;
    this.savedAt = new Date();
  }

  close(): void {
    this.connection.close();
  }

  info(): WorkspaceInfo {
    return {
      path: this.currentPath,
      name: basename(this.currentPath, extname(this.currentPath)),
      readOnly: !this.writable,
      revision: this.currentRevision,
      unsaved: this.unsaved,
      savedAt: this.savedAt?.toISOString() ?? null,
      counts: this.counts(),
      dataRange: this.dataRange(),
      options: this.options,
      undo: this.history.undoLabel,
      redo: this.history.redoLabel,
    };
  }

  private travel(step: HistoryStep | null): HistoryLabel | null {
    if (step === null) return null;
    this.countRevision(step.changes);
    return step.label;
  }

  private countRevision(changes: ChangeSet): void {
    this.currentRevision += 1;
    for (const { table } of changes) this.tableRevisions.set(table, this.currentRevision);
  }

  private counts(): Record<DatasetId, number> {
    const entries = datasetIds.map(
      (id) => [id, this.connection.number(`SELECT count(*) FROM ${id}`)] as const,
    );
    return Object.fromEntries(entries) as Record<DatasetId, number>;
  }

  private dataRange(): { from: string; to: string } | null {
    const row = this.connection.first(`
      SELECT min(first) AS first, max(last) AS last FROM (
        SELECT min(ordered_on) AS first, max(ordered_on) AS last FROM orders
        UNION ALL SELECT min(coalesce(closed_on, created_on)), max(closed_on) FROM opportunities
        UNION ALL SELECT min(created_on), max(created_on) FROM leads
        UNION ALL SELECT min(date), max(date) FROM activities
      )`);
    return row?.first && row.last ? { from: String(row.first), to: String(row.last) } : null;
  }
}
