import type { Renaming } from '@shared/model/renamed';
import type { ChangeRecorder } from '../change-set';
import type { Connection } from '../connection';
import { renameInPlans } from '../incentives/plan-rows';
import { renameInOwnKpis } from '../kpi/own-kpi-rows';
import { renameInQuotaPlan } from '../planning/quota-plan-rows';
import { renameInScenarios } from '../scenario/scenario-rows';
import { renameTargets } from './rename-targets';

const followers = [renameTargets, renameInScenarios, renameInOwnKpis, renameInPlans, renameInQuotaPlan];

/** Whatever names a rep, product or customer by its name, and not by its row, follows it to a new name. */
export function followName(connection: Connection, recorder: ChangeRecorder, renaming: Renaming): void {
  for (const follow of followers) follow(connection, recorder, renaming);
}
