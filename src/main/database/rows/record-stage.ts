import { outcomeOfStage } from '@shared/model/deal-outcome';
import type { ChangeRecorder } from '../change-set';
import type { Connection } from '../connection';
import { hasStageHistory } from '../kpi/stage-history';
import type { FieldValues } from './row-rules';

/**
 * Adds a deal's new stage to the history of stages, as entered today or, for one that closes the deal, on the day of closing. A second
 * change on the same day corrects the first. A workspace without a history gets none by an edit, as half a history tells less than
 * none; and neither does a deal without id and name, which no history could name.
 */
export function recordStage(
  connection: Connection,
  recorder: ChangeRecorder,
  before: FieldValues,
  after: FieldValues,
): void {
  const { stage } = after;
  const deal = after.deal_id ?? after.name ?? null;
  if (before.stage === stage || deal === null || typeof stage !== 'string' || !hasStageHistory(connection))
    return;
  const today = localDate(new Date());
  const closedOn = outcomeOfStage(stage) === 'open' ? null : after.closed_on;
  const day = typeof closedOn === 'string' ? closedOn : today;
  const known = connection.first(
    'SELECT id FROM stage_changes WHERE deal = ? AND entered_on = ? ORDER BY id DESC',
    [String(deal), day],
  );
  if (known?.id) recorder.update('stage_changes', known.id, { stage });
  else recorder.insert('stage_changes', { deal: String(deal), stage, entered_on: day });
}

function localDate(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
