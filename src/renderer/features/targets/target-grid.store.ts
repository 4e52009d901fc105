import type { Reply, Request } from '@shared/ipc/contract';
import type { Target, TargetChange } from '@shared/ipc/kpi';
import type { DateRange } from '@shared/model/calendar-date';
import type { ErrorDescription } from '@shared/model/error';
import { rangeYearBefore } from '@shared/model/period';
import type { ScopeOfTarget } from '@shared/model/target';
import type { GoalEvidence } from '@shared/planning/goal-evidence';
import { create } from 'zustand';
import { request } from '../../app/bridge';
import { attempt, describeFailure } from '../../app/failure.store';
import { newestOnly } from '../../app/newest-only';
import { readMemberNames } from '../../components/member-names';
import type { GridView, TargetData } from './grid-model';

type TargetOwner = Pick<Target, 'kpi' | 'scopeKind' | 'scopeKey' | 'period'>;

interface TargetGridStore {
  readonly path: string | null;
  readonly data: TargetData | null;
  readonly problem: ErrorDescription | null;
  /** What the grid shows; null until it is first opened. */
  readonly view: GridView | null;
  show(view: GridView): void;
  load(question: { readonly path: string; readonly fiscalYearStart: number }): Promise<void>;
  /** As one step that is undone at once. Whether it went well. */
  change(changes: Request<'target.change'>): Promise<boolean>;
}

export const useTargetGrid = create<TargetGridStore>((set) => ({
  path: null,
  data: null,
  problem: null,
  view: null,
  show: (view) => set({ view }),
  load: newestOnly(readData, {
    answered: ({ path, data }) => set({ path, data, problem: null }),
    failed: (error) => set({ problem: describeFailure(error) }),
  }),
  change: async (changes) => (await attempt(request('target.change', changes))) !== null,
}));

async function readData({
  path,
  fiscalYearStart,
}: {
  readonly path: string;
  readonly fiscalYearStart: number;
}): Promise<{ readonly path: string; readonly data: TargetData }> {
  const [{ targets }, names, { reps }] = await Promise.all([
    request('target.list', {}),
    readMemberNames(),
    request('planning.reps', {}),
  ]);
  return { path, data: { targets, names, reps, fiscalYearStart } };
}

/** What a target stands on, and what has become of it. */
export interface TargetBackground {
  readonly evidence: GoalEvidence | null;
  readonly changes: readonly TargetChange[];
}

/** @param range the target's period; null for every period. */
export async function readBackground(owner: TargetOwner, range: DateRange | null): Promise<TargetBackground> {
  const { kpi, scopeKind: kind, scopeKey: key } = owner;
  const [{ changes }, evidence] = await Promise.all([
    request('target.history', owner),
    range === null ? null : request('planning.evidence', { ...range, kpi, scope: { kind, key } }),
  ]);
  return { changes, evidence: evidence?.evidence ?? null };
}

/** What has become of a target, the newest first. */
export async function readChanges(owner: TargetOwner): Promise<readonly TargetChange[]> {
  return (await attempt(request('target.history', owner)))?.changes ?? [];
}

export async function readWeights(
  question: Request<'planning.weights'>,
): Promise<Reply<'planning.weights'>['parts']> {
  return (await attempt(request('planning.weights', question)))?.parts ?? [];
}

/** What KPIs came to in the same period a year before: by member of a dimension, or as a whole under the empty name. */
export async function readYearBefore(
  kpis: readonly string[],
  range: DateRange,
  by: Exclude<ScopeOfTarget['kind'], 'all'> | null,
  scope: ScopeOfTarget,
): Promise<ReadonlyMap<string, ReadonlyMap<string, number | null>>> {
  const filter = scope.kind === 'all' ? {} : { [scope.kind]: [scope.key] };
  const reply = await attempt(
    request('kpi.evaluate', { ...rangeYearBefore(range), kpis: [...kpis], by: by ?? undefined, filter }),
  );
  return new Map(
    (reply?.kpis ?? []).map(({ id, value, rows }) => [
      id,
      new Map([['', value], ...rows.map((row): [string, number | null] => [row.key, row.value])]),
    ]),
  );
}

/** The outside figure of each KPI on the last day of a range; null where there is none. */
export async function readBenchmarks(
  kpis: readonly string[],
  range: DateRange,
): Promise<ReadonlyMap<string, number | null>> {
  const reply = await attempt(request('kpi.cards', { ...range, kpis: [...kpis] }));
  return new Map((reply?.cards ?? []).map(({ id, benchmark }) => [id, benchmark]));
}
