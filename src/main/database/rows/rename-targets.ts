import type { EntityId } from '@shared/model/dataset';
import type { Renaming } from '@shared/model/renamed';
import type { TargetScope } from '@shared/model/target';
import type { ChangeRecorder } from '../change-set';
import type { Connection } from '../connection';

const scopes: Readonly<Partial<Record<EntityId, TargetScope>>> = { reps: 'rep', products: 'product' };

/**
 * Targets name their rep or product: they follow it to its new name. Where the new name already has a target for the same KPI and
 * period, that one stays and the other is left behind.
 */
export function renameTargets(connection: Connection, recorder: ChangeRecorder, renaming: Renaming): void {
  const { entity, before, after } = renaming;
  const scope = scopes[entity];
  if (scope === undefined) return;
  const following = connection.tuples(
    `SELECT id FROM targets AS old WHERE scope_kind = ? AND scope_key = ? AND NOT EXISTS
      (SELECT 1 FROM targets WHERE kpi = old.kpi AND scope_kind = old.scope_kind AND scope_key = ? AND period = old.period)`,
    [scope, before, after],
  );
  for (const [id] of following) recorder.update('targets', id ?? null, { scope_key: after });
  const told = connection.tuples('SELECT id FROM target_changes WHERE scope_kind = ? AND scope_key = ?', [
    scope,
    before,
  ]);
  for (const [id] of told) recorder.update('target_changes', id ?? null, { scope_key: after });
}
