import { type DealOutcome, dealOutcomes } from '@shared/model/deal-outcome';
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

/** The stages of deals, in the order in which the rows have them. */
export function stagesInData(connection: Connection): readonly Stage[] {
  return connection
    .rows('SELECT stage, outcome FROM opportunities GROUP BY stage, outcome ORDER BY min(id)')
    .map(({ stage, outcome }) => ({ name: String(stage), outcome: outcomeOf(String(outcome)) }));
}

/** The stages of deals in the order of the sale. */
export function readStages(connection: Connection): readonly Stage[] {
  return orderStages(stagesInData(connection), chosenStageOrder(connection));
}

function outcomeOf(stored: string): DealOutcome {
  return dealOutcomes.find((outcome) => outcome === stored) ?? 'open';
}
