import type { CellProblem } from '@shared/ipc/rows';
import type { CellValue, DatasetId } from '@shared/model/dataset';
import type { WorkspaceSession } from '../../workspace/workspace-session';
import { RowEditor } from './row-editor';
import type { FieldValues } from './row-rules';

export interface CellEdit {
  readonly id: number;
  readonly field: string;
  readonly value: CellValue;
}

export interface RowEdits {
  readonly dataset: DatasetId;
  /** BCP 47, by which typed text is read. */
  readonly locale: string;
  readonly edits: readonly CellEdit[];
  readonly inserts: readonly FieldValues[];
}

export interface EditOutcome {
  /** Cells that are not what they were; those of new rows are not counted. */
  readonly changed: number;
  readonly insertedIds: number[];
  /** In the order of the edits, then of the inserts. */
  readonly problems: CellProblem[];
}

/**
 * Changes cells and adds rows as one step that can be undone. What is good goes in; each bad cell is left as it was, each row
 * with a bad cell is left out, and both come back with the reason.
 * @throws QuotabenchError `unknownField`; then nothing is changed.
 */
export function editRows(
  session: WorkspaceSession,
  { dataset, locale, edits, inserts }: RowEdits,
): EditOutcome {
  return session.change(labelOf, (recorder): EditOutcome => {
    const editor = new RowEditor(session.connection, recorder, dataset, locale);
    const problems: CellProblem[] = [];
    const insertedIds: number[] = [];
    let changed = 0;
    for (const [id, cells] of cellsByRow(edits)) {
      const outcome = editor.edit(id, cells);
      changed += outcome.changed;
      for (const { cell, reason } of outcome.refused) {
        problems.push({ index: cell.index, kind: 'edit', field: cell.field, value: cell.value, reason });
      }
    }
    problems.sort((one, other) => one.index - other.index);
    for (const [index, row] of inserts.entries()) {
      const outcome = editor.insert(row);
      if (outcome.ok) insertedIds.push(outcome.id);
      else
        for (const { cell, reason } of outcome.refused)
          problems.push({ index, kind: 'insert', ...cell, reason });
    }
    return { changed, insertedIds, problems };
  });
}

function cellsByRow(
  edits: readonly CellEdit[],
): ReadonlyMap<number, (CellEdit & { readonly index: number })[]> {
  const rows = new Map<number, (CellEdit & { readonly index: number })[]>();
  for (const [index, edit] of edits.entries()) {
    const cells = rows.get(edit.id);
    if (cells) cells.push({ ...edit, index });
    else rows.set(edit.id, [{ ...edit, index }]);
  }
  return rows;
}

function labelOf({ changed, insertedIds }: EditOutcome) {
  if (insertedIds.length === 0) return { code: 'editCell', parameters: { count: changed } };
  if (changed === 0) return { code: 'insertRows', parameters: { count: insertedIds.length } };
  return { code: 'editRows', parameters: { count: changed } };
}
