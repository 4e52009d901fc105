import type { Target, TargetChange } from '@shared/ipc/kpi';
import type { ChangeRecorder } from '../change-set';
import type { Connection, SqlValue } from '../connection';

type TargetOwner = Pick<Target, 'kpi' | 'scopeKind' | 'scopeKey' | 'period'>;
type TargetFigures = Pick<Target, 'value' | 'amber' | 'red'>;

/**
 * Notes what a target was and became; nothing where it has stayed the same. Undone with the change itself.
 * @param before null for a new target. @param after null for one that is removed.
 */
export function noteTargetChange(
  recorder: ChangeRecorder,
  { kpi, scopeKind, scopeKey, period }: TargetOwner,
  before: TargetFigures | null,
  after: TargetFigures | null,
): void {
  const same = before?.value === after?.value && before?.amber === after?.amber && before?.red === after?.red;
  if (same) return;
  recorder.insert('target_changes', {
    changed_at: new Date().toISOString(),
    kpi,
    scope_kind: scopeKind,
    scope_key: scopeKey,
    period,
    value_before: before?.value ?? null,
    amber_before: before?.amber ?? null,
    red_before: before?.red ?? null,
    value_after: after?.value ?? null,
    amber_after: after?.amber ?? null,
    red_after: after?.red ?? null,
  });
}

/** What has become of a target, the newest first. */
export function readTargetChanges(connection: Connection, owner: TargetOwner): TargetChange[] {
  const { kpi, scopeKind, scopeKey, period } = owner;
  const rows = connection.rows(
    `SELECT * FROM target_changes WHERE kpi = ? AND scope_kind = ? AND scope_key = ? AND period = ?
      ORDER BY id DESC LIMIT 200`,
    [kpi, scopeKind, scopeKey, period],
  );
  return rows.map((row) => ({
    changedAt: String(row.changed_at),
    before: figuresOf(row.value_before, row.amber_before, row.red_before),
    after: figuresOf(row.value_after, row.amber_after, row.red_after),
  }));
}

function figuresOf(
  value: SqlValue | undefined,
  amber: SqlValue | undefined,
  red: SqlValue | undefined,
): TargetFigures | null {
  const number = (cell: SqlValue | undefined) => (typeof cell === 'number' ? cell : null);
  const set = number(value);
  return set === null ? null : { value: set, amber: number(amber), red: number(red) };
}
