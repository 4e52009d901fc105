import type { Renaming } from '@shared/model/renamed';
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

/** Locks follow a rep to a new name; where both names have a lock of the same period, that of the new name stays. */
export function renameInQuotaPlan(
  connection: Connection,
  recorder: ChangeRecorder,
  { entity, before, after }: Renaming,
): void {
  const plan = entity === 'reps' ? readQuotaPlan(connection) : null;
  if (plan === null || !plan.locks.some(({ rep }) => rep === before)) return;
  const taken = new Set(plan.locks.filter(({ rep }) => rep === after).map(({ period }) => period));
  const locks = plan.locks
    .filter(({ rep, period }) => rep !== before || !taken.has(period))
    .map((lock) => (lock.rep === before ? { ...lock, rep: after } : lock));
  writeQuotaPlanDraft(recorder, { ...plan, locks });
}
