import type { Target } from '@shared/ipc/kpi';
import type { FigureEdit } from '../../components/FigureGrid';
import type { TargetRow } from './grid-model';
import { limitProblem } from './limit-problem';
import { readTargetValue } from './read-target-value';

type SetTarget = Omit<Target, 'id'>;

export interface ReadEdits {
  readonly set: readonly SetTarget[];
  readonly remove: readonly Pick<Target, 'kpi' | 'scopeKind' | 'scopeKey' | 'period'>[];
  /** What was no number, as it was typed. */
  readonly unreadable: readonly string[];
}

/**
 * What edits of the grid come to. Limits of a target that is there stay where they still fit beside the new value; else they follow
 * the target again.
 * @param locale BCP 47
 */
export function readEdits(
  edits: readonly FigureEdit[],
  rows: readonly TargetRow[],
  locale: string,
): ReadEdits {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const set: SetTarget[] = [];
  const remove: ReadEdits['remove'][number][] = [];
  const unreadable: string[] = [];
  for (const { row: id, column: period, text } of edits) {
    const row = byId.get(id);
    if (row === undefined) continue;
    const { kpi, scope } = row;
    const own = row.cells.get(period)?.own ?? null;
    const owner = { kpi: kpi.id, scopeKind: scope.kind, scopeKey: scope.key, period };
    if (text.trim() === '') {
      if (own !== null) remove.push(owner);
      continue;
    }
    const value = readTargetValue(text, kpi.unit, locale);
    if (value === null) {
      unreadable.push(text.trim());
      continue;
    }
    const limits = { value, amber: own?.amber ?? null, red: own?.red ?? null };
    const fits = limitProblem(limits, kpi.direction) === null;
    if (value !== own?.value) set.push({ ...owner, ...(fits ? limits : { value, amber: null, red: null }) });
  }
  return { set, remove, unreadable };
}
