import type { HistoryLabel } from '@shared/ipc/rows';
import type { ChangeSet } from '../database/change-set';

export interface HistoryStep {
  readonly label: HistoryLabel;
  readonly changes: ChangeSet;
}

/** The steps that can be undone and redone, oldest first. A new step ends what could be redone. */
export class History {
  private readonly done: HistoryStep[] = [];
  private readonly undone: HistoryStep[] = [];

  add(step: HistoryStep): void {
    this.done.push(step);
    this.undone.length = 0;
  }

  get undoLabel(): HistoryLabel | null {
    return this.done.at(-1)?.label ?? null;
  }

  get redoLabel(): HistoryLabel | null {
    return this.undone.at(-1)?.label ?? null;
  }

  /** Moves the last step to those that can be redone, after `revert` has succeeded on it. */
  undo(revert: (changes: ChangeSet) => void): HistoryStep | null {
    return moveLast(this.done, this.undone, revert);
  }

  redo(repeat: (changes: ChangeSet) => void): HistoryStep | null {
    return moveLast(this.undone, this.done, repeat);
  }
}

function moveLast(
  from: HistoryStep[],
  to: HistoryStep[],
  apply: (changes: ChangeSet) => void,
): HistoryStep | null {
  const step = from.at(-1);
  if (!step) return null;
  apply(step.changes);
  from.pop();
  to.push(step);
  return step;
}
