import type { EntityId } from '@shared/model/dataset';
import type { ChangeRecorder } from '../change-set';
import type { Connection } from '../connection';
import { renameInPlans } from '../incentives/plan-rows';
import { renameInOwnKpis } from '../kpi/own-kpi-rows';
import { renameInQuotaPlan } from '../planning/quota-plan-rows';
import { renameInScenarios } from '../scenario/scenario-rows';
import { renameTargets } from './rename-targets';

/** Whatever names a rep, product or customer by its name, and not by its row, follows it to a new name. */
export function followName(
  connection: Connection,
  recorder: ChangeRecorder,
  entity: EntityId,
  before: string,
  after: string,
): void {
  renameTargets(connection, recorder, entity, before, after);
  renameInScenarios(connection, recorder, entity, before, after);
  renameInOwnKpis(connection, recorder, entity, before, after);
  if (entity !== 'reps') return;
  renameInPlans(connection, recorder, before, after);
  renameInQuotaPlan(connection, recorder, before, after);
}
