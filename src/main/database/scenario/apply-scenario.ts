import { QuotabenchError } from '@shared/model/error';
import { periodOfRange } from '@shared/model/period';
import type { ScenarioOutcome } from '@shared/scenario/evaluate-scenario';
import type { PlannedChanges } from '@shared/scenario/planned-changes';
import type { Scenario } from '@shared/scenario/scenario';
import type { WorkspaceSession } from '../../workspace/workspace-session';
import type { ChangeRecorder } from '../change-set';
import type { Connection } from '../connection';
import { readQuotas } from '../kpi/quota-rows';
import { type StoredTarget, writeTarget } from '../kpi/targets';
import { readScenarioBase } from './evaluate-scenario';
import { listScenarios } from './scenario-rows';

/** What of a scenario is written. */
export interface AppliedParts {
  readonly quotas: boolean;
  readonly prices: boolean;
  /** Ids of KPIs: what they come to becomes their target in the scenario's period. */
  readonly targets: readonly string[];
}

const quotasAndPrices: AppliedParts = { quotas: true, prices: true, targets: [] };

/**
 * Writes quotas, list prices and targets that a stored scenario comes to, as one step that can be undone. Where quotas or prices are
 * written the scenario then stands on the data alone with its levers off, since what they did is in the data.
 * @returns how many quotas, prices and targets were written.
 * @throws QuotabenchError `scenarioMissing`, `scenarioCycle`; `targetsNeedPeriod` where targets are wanted for dates that are no
 * year, quarter, month or week.
 */
export function applyScenario(
  session: WorkspaceSession,
  id: number,
  parts: AppliedParts = quotasAndPrices,
): { readonly quotas: number; readonly prices: number; readonly targets: number } {
  const found = listScenarios(session.connection).find((scenario) => scenario.id === id);
  if (found === undefined) throw new QuotabenchError('scenarioMissing', { name: String(id) });
  const { evaluator, adjustments } = readScenarioBase(session, found);
  const planned = evaluator.planned(adjustments);
  const targets = plannedTargets(found, evaluator.evaluate(adjustments), parts.targets, session);
  const { id: _, name, ...definition } = found;
  const switchedOff = found.adjustments.map((adjustment) => ({ ...adjustment, enabled: false }));
  return session.change({ code: 'applyScenario', parameters: { name } }, (recorder) => {
    const written = {
      quotas: parts.quotas ? writeQuotas(session.connection, recorder, planned.quotas) : 0,
      prices: parts.prices ? writePrices(session.connection, recorder, planned.prices) : 0,
      targets: targets.map((target) => writeTarget(session.connection, recorder, target)).length,
    };
    if (parts.quotas || parts.prices) {
      recorder.update('scenarios', id, {
        definition: JSON.stringify({ ...definition, base: null, adjustments: switchedOff }),
      });
    }
    return written;
  });
}

/** Decimals that a target keeps: a percentage has two of its own. */
const targetDigits = 10_000;

function plannedTargets(
  { from, to }: Scenario,
  { kpis }: ScenarioOutcome,
  wanted: readonly string[],
  { options }: WorkspaceSession,
): readonly Omit<StoredTarget, 'id'>[] {
  if (wanted.length === 0) return [];
  const period = periodOfRange({ from, to }, options.fiscalYearStart);
  if (period === null) throw new QuotabenchError('targetsNeedPeriod');
  return wanted.flatMap((kpi) => {
    const reached = kpis.find(({ id }) => id === kpi)?.value ?? null;
    if (reached === null) return [];
    const value = Math.round(reached * targetDigits) / targetDigits;
    return [{ kpi, scopeKind: 'all' as const, scopeKey: '', period, value, amber: null, red: null }];
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
