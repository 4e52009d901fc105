import { outcomeOfStage } from '@shared/model/deal-outcome';
import { orderStages, type Stage } from '@shared/model/stage-order';
import { z } from 'zod';
import { readSetting, writeSetting } from '../../workspace/workspace-options';
import type { ChangeRecorder } from '../change-set';
import type { Connection } from '../connection';

const key = 'stage_order';

/** The order of the open stages that somebody chose; empty where nobody has. */
export function chosenStageOrder(connection: Connection): readonly string[] {
  const stored = z.array(z.string()).safeParse(readSetting(connection, key));
  return stored.success ? stored.data : [];
}

/** @param stages the open ones in the order that is wanted; none for the usual order. */
export function writeStageOrder(recorder: ChangeRecorder, stages: readonly string[]): void {
  writeSetting(recorder, key, stages);
}

/**
 * The stages of deals: as the history of stages has them, by their mean place in it, then those that the deals alone have, in the
 * order of their rows.
 */
export function stagesInData(connection: Connection): readonly Stage[] {
  const names = [historySql, 'SELECT stage FROM opportunities GROUP BY stage ORDER BY min(id)'].flatMap(
    (sql) => connection.tuples(sql).map(([stage]) => String(stage)),
  );
  return [...new Set(names)].map((name) => ({ name, outcome: outcomeOfStage(name) }));
}

const historySql = `
  SELECT stage FROM (
    SELECT stage, row_number() OVER (PARTITION BY deal ORDER BY entered_on, id) AS place FROM stage_changes
  ) GROUP BY stage ORDER BY avg(place), min(place)`;

/** The stages of deals in the order of the sale. */
export function readStages(connection: Connection): readonly Stage[] {
  return orderStages(stagesInData(connection), chosenStageOrder(connection));
}
