import type { WorkspaceInfo } from '@shared/ipc/workspace';
import { calendarDate, yearOf } from '@shared/model/calendar-date';
import type { ErrorDescription } from '@shared/model/error';
import type { QuotaPlan, QuotaPlanBase } from '@shared/planning/quotas/quota-plan';
import type { RepQuotas } from '@shared/planning/quotas/spread-quotas';
import { create } from 'zustand';
import { request } from '../../app/bridge';
import { attempt, describeFailure } from '../../app/failure.store';
import { newestOnly } from '../../app/newest-only';

/** After so long without another change a plan is stored, as one step that can be undone; in milliseconds. */
const restBeforeStoring = 500;

interface Loaded {
  /** The workspace that was read, by its path. */
  readonly path: string;
  readonly plan: QuotaPlan;
  readonly base: QuotaPlanBase;
  /** The sum of the quotas that there are for the plan's range and measure. */
  readonly quotaSum: number;
}

interface QuotaPlanStore {
  readonly loaded: Loaded | null;
  readonly problem: ErrorDescription | null;
  /** Reads the plan of the open workspace, or makes a first one for the year in which its data end. */
  load(workspace: WorkspaceInfo): Promise<void>;
  /** What is shown follows at once. */
  change(change: Partial<QuotaPlan>): void;
  /** Writes the plan's quotas to the workspace. */
  write(rows: readonly RepQuotas[]): Promise<{ readonly written: number; readonly replaced: number } | null>;
}

export const useQuotaPlan = create<QuotaPlanStore>((set, get) => {
  let storing: ReturnType<typeof setTimeout> | null = null;

  const store = async (): Promise<void> => {
    if (storing !== null) clearTimeout(storing);
    storing = null;
    const plan = get().loaded?.plan;
    if (plan) await attempt(request('quotaPlan.save', plan));
  };

  return {
    loaded: null,
    problem: null,
    load: newestOnly(
      async (workspace: WorkspaceInfo) => {
        const { path } = workspace;
        const unstored = storing !== null && get().loaded?.path === path ? get().loaded?.plan : undefined;
        const plan = unstored ?? (await request('quotaPlan.get', {})).plan;
        return plan === null ? firstPlan(workspace) : { path, plan, ...(await readBase(plan)) };
      },
      {
        answered: (answer) => {
          const { loaded } = get();
          // What was changed while the answer was on its way is newer than what it holds.
          const newer = storing !== null && loaded?.path === answer.path ? loaded.plan : answer.plan;
          set({ loaded: { ...answer, plan: newer }, problem: null });
        },
        failed: (error) => set({ problem: describeFailure(error) }),
      },
    ),
    change: (change) => {
      const { loaded } = get();
      if (loaded === null) return;
      set({ loaded: { ...loaded, plan: { ...loaded.plan, ...change } } });
      if (storing !== null) clearTimeout(storing);
      storing = setTimeout(() => void store(), restBeforeStoring);
    },
    write: async (rows) => {
      if (storing !== null) await store();
      const plan = get().loaded?.plan;
      if (plan === undefined) return null;
      const { from, to, measure } = plan;
      const quotas = rows.flatMap(({ rep, cells }) =>
        [...cells].map(([period, amount]) => ({ rep, period, amount })),
      );
      return attempt(request('quotaPlan.write', { from, to, measure, quotas }));
    },
  };
});

async function readBase({ from, to, measure }: Pick<QuotaPlan, 'from' | 'to' | 'measure'>) {
  const { base, quotaSum } = await request('quotaPlan.base', { from, to, measure });
  const reps = base.reps.map((rep) => ({ ...rep, months: new Map(rep.months) }));
  return { base: { ...base, reps }, quotaSum };
}

/** The quotas that there are, or what was sold in the year before, by history. */
async function firstPlan({ path, dataRange }: WorkspaceInfo): Promise<Loaded> {
  const year = yearOf(dataRange?.to ?? new Date().toISOString().slice(0, 10));
  const range = { from: calendarDate(year, 1, 1), to: calendarDate(year, 12, 31) };
  const { base, quotaSum } = await readBase({ ...range, measure: 'bookings' });
  const yearBefore = base.reps.flatMap(({ months }) =>
    [...months].flatMap(([month, result]) => (month.startsWith(String(year - 1)) ? [result] : [])),
  );
  const sold = Math.round(yearBefore.reduce((sum, result) => sum + result, 0));
  const plan: QuotaPlan = {
    ...range,
    step: 'quarter',
    measure: 'bookings',
    total: quotaSum > 0 ? quotaSum : sold,
    way: sold > 0 ? 'history' : 'equal',
    seasonal: base.season !== null,
    unit: 1000,
    ramp: [0.25, 0.5, 0.75],
    locks: [],
  };
  return { path, plan, base, quotaSum };
}
