import {
  type IncentivePlan,
  planOf,
  type StoredPlan,
  type WrittenPlan,
  writtenPlanSchema,
} from '@shared/incentives/incentive-plan';
import { planProblems } from '@shared/incentives/plan-problem';
import { QuotabenchError } from '@shared/model/error';
import { type Renaming, renamed } from '@shared/model/renamed';
import type { WorkspaceSession } from '../../workspace/workspace-session';
import type { ChangeRecorder } from '../change-set';
import type { Connection, SqlRow } from '../connection';

export function readPlans(connection: Connection): readonly StoredPlan[] {
  return connection.rows('SELECT id, name, definition FROM incentive_plans ORDER BY id').map(storedPlan);
}

function storedPlan({ id, name, definition }: SqlRow): StoredPlan {
  const plan = planOf(writtenPlanSchema.parse({ ...JSON.parse(String(definition)), name }));
  return { ...plan, id: Number(id) };
}

/**
 * A plan from what a file says.
 * @throws QuotabenchError `planUnreadable`, which names the field at fault.
 */
export function readWrittenPlan(written: unknown): IncentivePlan {
  const { success, data, error } = writtenPlanSchema.safeParse(written);
  if (!success) {
    const name = (written as Partial<WrittenPlan> | null)?.name;
    const field = error.issues[0]?.path.join('.') || 'name';
    throw new QuotabenchError('planUnreadable', {
      plan: typeof name === 'string' ? name : '–',
      field,
    });
  }
  const gap = data.tiers.findIndex(({ to }, place) => {
    const next = data.tiers[place + 1];
    return to !== undefined && to !== null && to !== next?.from;
  });
  if (gap >= 0)
    throw new QuotabenchError('planWrong', { plan: data.name, problem: 'tierGap', place: gap + 1 });
  return planOf(data);
}

/** @throws QuotabenchError `planWrong`, with the first thing that is wrong with the plan. */
export function refuseWrongPlan(plan: IncentivePlan): void {
  const [problem] = planProblems(plan);
  if (problem === undefined) return;
  const place = Number(/\d+$/.exec(problem.field)?.[0] ?? 0) + 1;
  throw new QuotabenchError('planWrong', { plan: plan.name || '–', problem: problem.code, place });
}

/**
 * Stores a plan; without an id it is a new one.
 * @throws QuotabenchError `planWrong`, `planNameTaken`, `planMissing`.
 */
export function writePlan(
  connection: Connection,
  recorder: ChangeRecorder,
  id: number | null,
  plan: IncentivePlan,
): StoredPlan {
  refuseWrongPlan(plan);
  const { name, ...definition } = plan;
  const owner = connection.first('SELECT id FROM incentive_plans WHERE name = ?', [name]);
  if (owner !== null && owner.id !== id) throw new QuotabenchError('planNameTaken', { plan: name });
  const row = { name, definition: JSON.stringify(definition) };
  if (id === null) return { ...plan, id: recorder.insert('incentive_plans', row) };
  if (!recorder.update('incentive_plans', id, row)) throw new QuotabenchError('planMissing', { plan: name });
  return { ...plan, id };
}

/** As one step that can be undone; see `writePlan`. */
export function savePlan(session: WorkspaceSession, id: number | null, plan: IncentivePlan): StoredPlan {
  return session.change({ code: 'incentivePlan', parameters: { name: plan.name } }, (recorder) =>
    writePlan(session.connection, recorder, id, plan),
  );
}

/** @throws QuotabenchError `planMissing`. */
export function removePlan(session: WorkspaceSession, id: number): void {
  const row = session.connection.first('SELECT name FROM incentive_plans WHERE id = ?', [id]);
  const name = String(row?.name ?? id);
  session.change({ code: 'removeIncentivePlan', parameters: { name } }, (recorder) => {
    if (!recorder.remove('incentive_plans', id)) throw new QuotabenchError('planMissing', { plan: name });
  });
}

/** Plans that name a rep follow the rep to a new name. */
export function renameInPlans(connection: Connection, recorder: ChangeRecorder, renaming: Renaming): void {
  if (renaming.entity !== 'reps') return;
  for (const { id, name: _, ...plan } of readPlans(connection)) {
    if (plan.scope !== 'rep' || !plan.names.includes(renaming.before)) continue;
    const names = renamed(plan.names, renaming);
    recorder.update('incentive_plans', id, { definition: JSON.stringify({ ...plan, names }) });
  }
}
