import { stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { HistoryLabel } from '@shared/ipc/rows';
import type { WorkspaceInfo, WorkspaceOptions } from '@shared/ipc/workspace';
import { QuotabenchError } from '@shared/model/error';
import {
  ChangeRecorder,
  type ChangeSet,
  type RecordedTable,
  repeatChanges,
  revertChanges,
} from '../database/change-set';
import { Connection } from '../database/connection';
import { DataRevisions, type UsedColumns } from '../database/data-revisions';
import { createSchema, migrate } from '../database/migrate';
import { History } from './history';
import { RecentSteps, type WorkspaceStep } from './recent-steps';
import { replaceFile } from './replace-file';
import { isWritable, readWorkspaceFile } from './workspace-file';
import { readOptions, writeOptions } from './workspace-options';
import { WorkspaceSummary } from './workspace-summary';

export const workspaceEnding = '.qbench';

/**
 * One open workspace: its database in memory, the file that it is kept in, and what can be undone. All changes of the data go
 * through `change`.
 */
export class WorkspaceSession {
  private readonly history = new History();
  private readonly revisions = new DataRevisions();
  private readonly recent = new RecentSteps();
  private readonly summary: WorkspaceSummary;
  private currentRevision = 0;
  private savedRevision = 0;
  private savedAt: Date | null = null;

  private constructor(
    readonly connection: Connection,
    private currentPath: string,
    private writable: boolean,
  ) {
    this.summary = new WorkspaceSummary(connection, this.revisions);
  }

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
    return this.revisions.ofTables(tables);
  }

  /** The last revision that changed any of the columns, or whether a row of their tables came or went. */
  revisionOfColumns(used: readonly UsedColumns[]): number {
    return this.revisions.ofColumns(used);
  }

  /** The changes after a revision, the oldest first; null where they are not all known any more. */
  stepsSince(revision: number): readonly WorkspaceStep[] | null {
    return this.recent.since(revision, this.currentRevision);
  }

  get unsaved(): boolean {
    return this.currentRevision !== this.savedRevision;
  }

  get options(): WorkspaceOptions {
    return readOptions(this.connection);
  }

  /**
   * Makes a change that is undone as one step; all of it or, when `work` throws, nothing.
   * @param label what the step is called, or what tells it from the result.
   */
  change<Result>(
    label: HistoryLabel | ((result: Result) => HistoryLabel),
    work: (recorder: ChangeRecorder) => Result,
  ): Result {
    if (this.connection.inTransaction) throw new Error('A change cannot be made inside another.');
    const recorder = new ChangeRecorder(this.connection);
    const result = this.connection.transaction(() => work(recorder));
    this.remember(recorder.changes(), typeof label === 'function' ? label(result) : label);
    return result;
  }

  /**
   * The same for a change that takes long and lets others have their turn meanwhile; what they ask of the workspace has to wait.
   * It is not checked that inserted rows name rows that exist.
   * @param room about how many bytes the workspace will grow by.
   */
  async changeInSteps<Result>(
    label: HistoryLabel,
    work: (recorder: ChangeRecorder) => Promise<Result>,
    room = 0,
  ): Promise<Result> {
    const recorder = new ChangeRecorder(this.connection);
    const result = await this.connection.transactionInSteps(() => work(recorder), room);
    this.remember(recorder.changes(), label);
    return result;
  }

  /** Makes a change that belongs to the workspace's creation: it cannot be undone. */
  build(work: (recorder: ChangeRecorder) => void): void {
    const recorder = new ChangeRecorder(this.connection);
    this.connection.transaction(() => work(recorder));
    this.note(recorder.changes(), 1);
  }

  /** Does what `work` does and takes it back at once: what a change would do, without doing it. */
  rehearse<Result>(work: (recorder: ChangeRecorder) => Result): Result {
    return this.connection.rehearse(() => work(new ChangeRecorder(this.connection)));
  }

  /** The same for work in steps, as in `changeInSteps`. */
  rehearseInSteps<Result>(work: (recorder: ChangeRecorder) => Promise<Result>): Promise<Result> {
    return this.connection.rehearseInSteps(() => work(new ChangeRecorder(this.connection)));
  }

  /** Gives the label of the step that was undone, or null when there was none. */
  undo(): HistoryLabel | null {
    const step = this.history.undo((changes) => revertChanges(this.connection, changes));
    if (step !== null) this.note(step.changes, -1);
    return step?.label ?? null;
  }

  redo(): HistoryLabel | null {
    const step = this.history.redo((changes) => repeatChanges(this.connection, changes));
    if (step !== null) this.note(step.changes, 1);
    return step?.label ?? null;
  }

  /** @throws QuotabenchError `workspaceReadOnly`, `workspaceFolderMissing`, `saveFailed`. */
  async save(): Promise<void> {
    if (!this.writable) throw new QuotabenchError('workspaceReadOnly', { path: this.currentPath });
    const revision = this.currentRevision;
    await this.writeTo(this.currentPath);
    this.savedRevision = revision;
    this.savedAt = new Date();
  }

  /** Keeps the workspace in another file from now on; the file before stays as it was last saved. */
  async saveAs(path: string): Promise<void> {
    await this.writeTo(path);
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
      counts: this.summary.counts,
      dataRange: this.summary.dataRange,
      options: this.options,
      undo: this.history.undoLabel,
      redo: this.history.redoLabel,
    };
  }

  private async writeTo(path: string): Promise<void> {
    const bytes = this.connection.bytes();
    await replaceFile(path, (file) => file.writeFile(bytes), 'saveFailed');
  }

  private remember(changes: ChangeSet, label: HistoryLabel): void {
    if (changes.length === 0) return;
    this.history.add({ label, changes });
    this.note(changes, 1);
  }

  private note(changes: ChangeSet, direction: 1 | -1): void {
    this.currentRevision += 1;
    this.revisions.note(changes, this.currentRevision);
    this.recent.note({ revision: this.currentRevision, changes, direction });
    this.summary.note(changes, direction);
  }
}
