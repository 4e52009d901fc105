import type { ImportPlan, Inspection, SourceSelection } from '@shared/ipc/import';
import { proposedPlan } from '@shared/ipc/proposed-plan';

/** The plan that the inspection proposes, before a person changes anything. */
export function defaultPlan(selection: SourceSelection, inspection: Inspection): ImportPlan {
  return {
    ...proposedPlan(selection, inspection),
    // Where the dates can be read both ways a person has to say.
    dateOrder: inspection.dateOrderAmbiguous ? selection.dateOrder : inspection.dateOrder,
    key: [...inspection.suggestedKey],
  };
}

/** The selection that reads the same source as the plan, but detects the columns anew. */
export function selectionOf(plan: ImportPlan): SourceSelection {
  const { columns: _columns, key: _key, corrections: _corrections, ...selection } = plan;
  return selection;
}

/** `A`, `B` … `Z`, `AA` for the position of a column, 0 for `A`. */
export function columnLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${columnLetter(Math.floor(index / 26) - 1)}${letter}`;
}
