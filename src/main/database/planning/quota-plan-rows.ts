import { type QuotaPlan, quotaPlanSchema } from '@shared/planning/quotas/quota-plan';
import { readSetting, writeSetting } from '../../workspace/workspace-options';
import type { ChangeRecorder } from '../change-set';
import type { Connection } from '../connection';

const key = 'quotaPlan';

/** The plan of quotas that was worked on last; null where there is none. */
export function readQuotaPlan(connection: Connection): QuotaPlan | null {
  const stored = quotaPlanSchema.safeParse(readSetting(connection, key));
  return stored.success ? stored.data : null;
}

export function writeQuotaPlanDraft(recorder: ChangeRecorder, plan: QuotaPlan): void {
  writeSetting(recorder, key, plan);
}
