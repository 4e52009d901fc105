import type { Target } from '@shared/ipc/kpi';
import type { DateRange } from '@shared/model/calendar-date';
import type { ErrorDescription } from '@shared/model/error';
import { periodRange } from '@shared/model/period';
import type { TargetStatus } from '@shared/model/target';
import { create } from 'zustand';
import { request } from '../../app/bridge';
import { attempt, describeFailure } from '../../app/failure.store';
import { useKpiCatalogue } from '../../app/kpi-catalogue.store';
import { newestOnly } from '../../app/newest-only';
import { type MemberDimension, type MemberNames, readMemberNames } from '../../components/member-names';

interface TargetsQuestion {
  /** The workspace that is asked about, by its path. */
  readonly path: string;
  /** In which targets without a period of their own are judged. */
  readonly range: DateRange;
  readonly fiscalYearStart: number;
}

/** A target with what the KPI has come to in its period. */
export interface TargetStanding {
  readonly target: Target;
  readonly value: number | null;
  readonly status: TargetStatus;
}

interface Targets {
  readonly path: string;
  readonly standings: readonly TargetStanding[];
  readonly names: MemberNames;
}

export const targetViews = ['list', 'grid'] as const;
export type TargetsView = (typeof targetViews)[number];

interface TargetsStore {
  readonly view: TargetsView;
  show(view: TargetsView): void;
  readonly targets: Targets | null;
  readonly problem: ErrorDescription | null;
  load(question: TargetsQuestion): Promise<void>;
  /** Sets a target in place of that of the same KPI, scope and period. Whether it went well. */
  set(target: Omit<Target, 'id'>): Promise<boolean>;
  remove(id: number): Promise<void>;
}

export const useTargets = create<TargetsStore>((set) => ({
  view: 'list',
  show: (view) => set({ view }),
  targets: null,
  problem: null,
  load: newestOnly(readTargets, {
    answered: (targets) => set({ targets, problem: null }),
    failed: (error) => set({ problem: describeFailure(error) }),
  }),
  set: async (target) => (await attempt(request('target.set', target))) !== null,
  remove: async (id) => {
    await attempt(request('target.remove', { id }));
  },
}));

async function readTargets(question: TargetsQuestion): Promise<Targets> {
  const [{ targets }, names] = await Promise.all([request('target.list', {}), readMemberNames()]);
  const order = (id: string): number => useKpiCatalogue.getState().kpis.findIndex((kpi) => kpi.id === id);
  const sorted = [...targets].sort((one, other) => order(one.kpi) - order(other.kpi));
  return { path: question.path, names, standings: await readStandings(sorted, question) };
}

/** Targets of one period and scope are asked about together. */
async function readStandings(
  targets: readonly Target[],
  { range, fiscalYearStart }: TargetsQuestion,
): Promise<readonly TargetStanding[]> {
  const asked = new Map<
    string,
    { readonly dates: DateRange; readonly filter: ScopeFilter; readonly kpis: Set<string> }
  >();
  const keyOf = ({ period, scopeKind, scopeKey }: Target): string =>
    JSON.stringify([period, scopeKind, scopeKey]);
  for (const target of targets.filter(canBeJudged)) {
    const known = asked.get(keyOf(target));
    if (known) known.kpis.add(target.kpi);
    else {
      const dates = periodRange(target.period, fiscalYearStart) ?? range;
      asked.set(keyOf(target), { dates, filter: filterOf(target), kpis: new Set([target.kpi]) });
    }
  }
  const answers = new Map<string, Pick<TargetStanding, 'value' | 'status'>>();
  await Promise.all(
    [...asked].map(async ([key, { dates, filter, kpis }]) => {
      const reply = await request('kpi.evaluate', { ...dates, kpis: [...kpis], filter });
      for (const { id, value, status } of reply.kpis) answers.set(`${key} ${id}`, { value, status });
    }),
  );
  return targets.map((target) => ({
    target,
    ...(answers.get(`${keyOf(target)} ${target.kpi}`) ?? { value: null, status: 'none' }),
  }));
}

function canBeJudged({ kpi, scopeKind }: Target): boolean {
  const declared = useKpiCatalogue.getState().kpis.find(({ id }) => id === kpi);
  return declared !== undefined && (scopeKind === 'all' || declared.dimensions.includes(scopeKind));
}

type ScopeFilter = Partial<Record<MemberDimension, string[]>>;

function filterOf({ scopeKind, scopeKey }: Target): ScopeFilter {
  return scopeKind === 'all' ? {} : { [scopeKind]: [scopeKey] };
}
