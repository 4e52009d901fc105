import { QuotabenchError } from '@shared/model/error';
import type { PlannedChanges } from '@shared/scenario/planned-changes';
import type { WorkspaceSession } from '../../workspace/workspace-session';
import type { ChangeRecorder } from '../change-set';
import type { Connection } from '../connection';
import { readQuotas } from '../kpi/quota-rows';
import { readScenarioBase } from './evaluate-scenario';
import { listScenarios } from './scenario-rows';

/**
 * Writes the quotas and list prices that a stored scenario comes to, as one step that can be undone. The scenario then stands on the
 * data alone with its levers off, since what they did is in the data.
 * @returns how many quotas and prices were written.
 * @throws QuotabenchError `scenarioMissing`, `scenarioCycle`.
 */
export function applyScenario(
  session: WorkspaceSession,
  id: number,
): { readonly quotas: number; readonly prices: number } {
  const found = listScenarios(session.connection).find((scenario) => scenario.id === id);
  if (found === undefined) throw new QuotabenchError('scenarioMissing', { name: String(id) });
  const { evaluator, adjustments } = readScenarioBase(session, found);
  const planned = evaluator.planned(adjustments);
  const { id: _, name, ...definition } = found;
  const switchedOff = found.adjustments.map((adjustment) => ({ ...adjustment, enabled: false }));
  return session.change({ code: 'applyScenario', parameters: { name } }, (recorder) => {
    const written = {
      quotas: writeQuotas(session.connection, recorder, planned.quotas),
      prices: writePrices(session.connection, recorder, planned.prices),
    };
    recorder.update('scenarios', id, {
      definition: JSON.stringify({ ...definition, base: null, adjustments: switchedOff }),
    });
    return written;
  });
}

function writeQuotas(
  connection: Connection,
  recorder: ChangeRecorder,
  planned: PlannedChanges['quotas'],
): number {
  // Rows that are alike in all of this are moved alike.
  const plannedOf = new Map(planned.map(({ planned: amount, ...quota }) => [keyOf(quota), amount]));
  const ids = connection.rows('SELECT id FROM quotas ORDER BY id').map((row) => Number(row.id));
  return readQuotas(connection).filter((quota, place) => {
    const amount = plannedOf.get(keyOf(quota));
    return amount !== undefined && recorder.update('quotas', ids[place] ?? 0, { amount });
  }).length;
}

function keyOf({
  rep,
  team,
  region,
  period,
  measure,
  amount,
}: Omit<PlannedChanges['quotas'][number], 'planned'>) {
  return JSON.stringify([rep, team, region, period, measure, amount]);
}

function writePrices(
  connection: Connection,
  recorder: ChangeRecorder,
  planned: PlannedChanges['prices'],
): number {
  return planned.filter(({ product, price }) => {
    const row = connection.first('SELECT id FROM products WHERE name = ?', [product]);
    return row !== null && recorder.update('products', Number(row.id), { list_price: price });
  }).length;
}
