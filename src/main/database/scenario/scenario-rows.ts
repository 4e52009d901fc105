import type { EntityId } from '@shared/model/dataset';
import { QuotabenchError } from '@shared/model/error';
import { type Renaming, renamed } from '@shared/model/renamed';
import { type Scenario, type ScopeDimension, scenarioSchema } from '@shared/scenario/scenario';
import { adjustmentsOf } from '@shared/scenario/scenario-chain';
import type { WorkspaceSession } from '../../workspace/workspace-session';
import type { ChangeRecorder } from '../change-set';
import type { Connection, SqlRow } from '../connection';

export type StoredScenario = Scenario & { readonly id: number };

export function listScenarios(connection: Connection): StoredScenario[] {
  return connection.rows('SELECT id, name, definition FROM scenarios ORDER BY id').map(scenarioOf);
}

function scenarioOf({ id, name, definition }: SqlRow): StoredScenario {
  return { ...scenarioSchema.parse({ ...JSON.parse(String(definition)), name }), id: Number(id) };
}

/**
 * Stores a scenario as one step that can be undone; without an id it is a new one. Scenarios that start from it follow its name.
 * @throws QuotabenchError `scenarioNameTaken`, `scenarioMissing`, `scenarioCycle`.
 */
export function saveScenario(
  session: WorkspaceSession,
  { id, ...scenario }: Scenario & { readonly id?: number | undefined },
): StoredScenario {
  const { connection } = session;
  const owner = connection.first('SELECT id FROM scenarios WHERE name = ?', [scenario.name]);
  if (owner !== null && owner.id !== id)
    throw new QuotabenchError('scenarioNameTaken', { name: scenario.name });
  adjustmentsOf(
    scenario,
    listScenarios(connection).filter((other) => other.id !== id),
  );
  const { name, ...definition } = scenario;
  const row = { name, definition: JSON.stringify(definition) };
  return session.change({ code: 'scenario', parameters: { name } }, (recorder) => {
    if (id === undefined) return { ...scenario, id: recorder.insert('scenarios', row) };
    const before = connection.first('SELECT name FROM scenarios WHERE id = ?', [id]);
    if (!recorder.update('scenarios', id, row)) throw new QuotabenchError('scenarioMissing', { name });
    if (before?.name !== name) renameBase(connection, recorder, String(before?.name), name);
    return { ...scenario, id };
  });
}

function renameBase(connection: Connection, recorder: ChangeRecorder, before: string, after: string): void {
  for (const { id, name, ...definition } of listScenarios(connection)) {
    if (definition.base !== before) continue;
    recorder.update('scenarios', id, { definition: JSON.stringify({ ...definition, base: after }) });
  }
}

/** Scenarios that name a rep or product follow it to a new name. */
export function renameInScenarios(
  connection: Connection,
  recorder: ChangeRecorder,
  renaming: Renaming,
): void {
  const dimension = dimensionOf[renaming.entity];
  if (dimension === undefined) return;
  for (const { id, name: _, ...definition } of listScenarios(connection)) {
    const adjustments = definition.adjustments.map((adjustment) => {
      const names = adjustment.where[dimension];
      if (!names?.includes(renaming.before)) return adjustment;
      return { ...adjustment, where: { ...adjustment.where, [dimension]: renamed(names, renaming) } };
    });
    if (adjustments.every((adjustment, at) => adjustment === definition.adjustments[at])) continue;
    recorder.update('scenarios', id, { definition: JSON.stringify({ ...definition, adjustments }) });
  }
}

const dimensionOf: Readonly<Partial<Record<EntityId, ScopeDimension>>> = { reps: 'rep', products: 'product' };

/** @throws QuotabenchError `scenarioMissing`, `scenarioInUse` where another scenario starts from it. */
export function removeScenario(session: WorkspaceSession, id: number): void {
  const scenarios = listScenarios(session.connection);
  const name = scenarios.find((scenario) => scenario.id === id)?.name ?? String(id);
  const uses = scenarios.filter(({ base }) => base === name).map((scenario) => scenario.name);
  if (uses.length > 0) throw new QuotabenchError('scenarioInUse', { name, uses: uses.join(', ') });
  session.change({ code: 'removeScenario', parameters: { name } }, (recorder) => {
    if (!recorder.remove('scenarios', id)) throw new QuotabenchError('scenarioMissing', { name });
  });
}
