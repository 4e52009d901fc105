import type { ChangeSet } from '../database/change-set';

/** A change of the workspace, made (1) or taken back (−1). */
export interface WorkspaceStep {
  /** The workspace's revision after it. */
  readonly revision: number;
  readonly changes: ChangeSet;
  readonly direction: 1 | -1;
}

/** Memory is bounded: who has fallen further behind reads anew. */
const mostSteps = 100;

/** The last changes of a workspace, for those who keep what they have read up to date. */
export class RecentSteps {
  private readonly steps: WorkspaceStep[] = [];

  note(step: WorkspaceStep): void {
    this.steps.push(step);
    if (this.steps.length > mostSteps) this.steps.shift();
  }

  /** All changes after a revision, the oldest first; null where some are not known any more. @param now the revision now. */
  since(revision: number, now: number): readonly WorkspaceStep[] | null {
    const found = this.steps.filter((step) => step.revision > revision);
    return found.length === now - revision ? found : null;
  }
}
