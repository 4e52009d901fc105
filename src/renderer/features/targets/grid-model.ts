import type { IncentiveRep } from '@shared/incentives/choose-plan';
import type { KpiDescription, Target } from '@shared/ipc/kpi';
import { groupBy } from '@shared/kpi/group-by';
import { targetOwners } from '@shared/kpi/inherited-target';
import type { DateRange } from '@shared/model/calendar-date';
import { periodRange, periodsWithin } from '@shared/model/period';
import { type ScopeOfTarget, type TargetScope, targetFor } from '@shared/model/target';
import { type TargetGap, targetGap } from '@shared/planning/target-gap';
import type { MemberDimension, MemberNames } from '../../components/member-names';

/** What stands down the side: all KPIs of one scope, or all members of a dimension for one KPI. */
export type GridDown = 'kpis' | MemberDimension;
export const gridSteps = ['month', 'quarter', 'year'] as const;
export type GridStep = (typeof gridSteps)[number];

export interface GridView {
  readonly down: GridDown;
  /** The KPI whose members stand down the side. */
  readonly kpi: string;
  /** The scope whose KPIs stand down the side. */
  readonly scope: ScopeOfTarget;
  readonly step: GridStep;
  readonly year: number;
}

/** What targets are read from. */
export interface TargetData {
  readonly targets: readonly Target[];
  readonly names: MemberNames;
  readonly reps: readonly IncentiveRep[];
  readonly fiscalYearStart: number;
}

export interface TargetCell {
  readonly own: Target | null;
  /** What holds where nothing is set: a share of a longer period, a sum of shorter ones, or the target of the team or of all. */
  readonly held: { readonly value: number; readonly owner: TargetScope } | null;
}

export interface TargetRow {
  readonly id: string;
  readonly kpi: KpiDescription;
  readonly scope: ScopeOfTarget;
  readonly rank: 'whole' | 'part' | 'member';
  readonly cells: ReadonlyMap<string, TargetCell>;
}

/** The periods across: the year and its months or quarters; or every period, and the years around. A period is empty for every one. */
export function gridPeriods({ step, year }: Pick<GridView, 'step' | 'year'>): readonly string[] {
  const yearKey = String(year).padStart(4, '0');
  if (step === 'year') return ['', String(year - 1), yearKey, String(year + 1)];
  const range = periodRange(yearKey, 1);
  const parts = range === null ? [] : periodsWithin(range, step, 1).map(({ key }) => key);
  return [yearKey, ...parts];
}

export function gridRows(
  view: GridView,
  data: TargetData,
  kpis: readonly KpiDescription[],
): readonly TargetRow[] {
  const periods = gridPeriods(view);
  const known = indexed(data);
  return ownersDown(view, data, kpis).map((owner) => ({
    ...owner,
    id: ownerKey(owner.kpi.id, owner.scope),
    cells: new Map(periods.map((period) => [period, cellOf(owner.kpi, owner.scope, period, known)])),
  }));
}

/** The same, found by owner. */
interface IndexedTargets {
  readonly targets: ReadonlyMap<string, readonly Target[]>;
  readonly teamOf: ReadonlyMap<string, string>;
  readonly fiscalYearStart: number;
}

function indexed(data: TargetData): IndexedTargets {
  const targets = groupBy(data.targets, ({ kpi, scopeKind, scopeKey }) =>
    ownerKey(kpi, { kind: scopeKind, key: scopeKey }),
  );
  return { targets, teamOf: teamsByRep(data), fiscalYearStart: data.fiscalYearStart };
}

function ownerKey(kpi: string, { kind, key }: ScopeOfTarget): string {
  return `${kpi} ${kind} ${key}`;
}

type Owner = Pick<TargetRow, 'kpi' | 'scope' | 'rank'>;

const all: ScopeOfTarget = { kind: 'all', key: '' };

function ownersDown(
  { down, kpi: id, scope }: GridView,
  data: TargetData,
  kpis: readonly KpiDescription[],
): readonly Owner[] {
  if (down === 'kpis') {
    return kpis
      .filter(({ dimensions }) => scope.kind === 'all' || dimensions.includes(scope.kind))
      .map((kpi) => ({ kpi, scope, rank: 'part' }));
  }
  const kpi = kpis.find((candidate) => candidate.id === id);
  if (kpi === undefined) return [];
  const part = (kind: TargetScope, key: string, rank: Owner['rank']): Owner => ({
    kpi,
    scope: { kind, key },
    rank,
  });
  const whole: Owner = { kpi, scope: all, rank: 'whole' };
  if (down !== 'rep') return [whole, ...data.names[down].map((name) => part(down, name, 'part'))];
  const teamOf = teamsByRep(data);
  const inTeam = (team: string) => data.names.rep.filter((rep) => (teamOf.get(rep) ?? '') === team);
  return [
    whole,
    ...data.names.team.flatMap((team) => [
      part('team', team, 'part'),
      ...inTeam(team).map((rep) => part('rep', rep, 'member')),
    ]),
    ...inTeam('').map((rep) => part('rep', rep, 'part')),
  ];
}

function teamsByRep({ reps }: TargetData): ReadonlyMap<string, string> {
  return new Map(reps.map(({ name, team }) => [name, team]));
}

function cellOf(
  kpi: KpiDescription,
  scope: ScopeOfTarget,
  period: string,
  known: IndexedTargets,
): TargetCell {
  const ownOf = (owner: ScopeOfTarget) => known.targets.get(ownerKey(kpi.id, owner)) ?? [];
  const own = ownOf(scope).find((target) => target.period === period) ?? null;
  if (own !== null) return { own, held: null };
  const range = period === '' ? null : periodRange(period, known.fiscalYearStart);
  const owners = kpi.inheritsTarget ? targetOwners(scope, (rep) => known.teamOf.get(rep) ?? null) : [scope];
  for (const owner of owners) {
    const value = heldIn(ownOf(owner), range, kpi, known.fiscalYearStart);
    if (value !== null) return { own, held: { value, owner: owner.kind } };
  }
  return { own, held: null };
}

/** @param range null for every period. */
function heldIn(
  targets: readonly Target[],
  range: DateRange | null,
  { direction, isAdditive }: KpiDescription,
  fiscalYearStart: number,
): number | null {
  if (range === null) return targets.find(({ period }) => period === '')?.value ?? null;
  return targetFor(targets, range, { direction, additive: isAdditive }, fiscalYearStart)?.value ?? null;
}

/** The value that holds in a cell, set or not. */
export function heldValue(cell: TargetCell | undefined): number | null {
  return cell?.own?.value ?? cell?.held?.value ?? null;
}

/** A whole of which the parts in the grid do not make up all, in one period. */
export interface GridGap extends TargetGap {
  readonly period: string;
  readonly whole: number;
  readonly owner: TargetRow;
  readonly parts: readonly TargetRow[];
}

/** For a KPI whose targets add up: all against its parts, and in a grid of reps each team against its reps. */
export function gridGaps(rows: readonly TargetRow[], periods: readonly string[]): readonly GridGap[] {
  const [first] = rows;
  if (first === undefined || first.rank !== 'whole' || !first.kpi.isAdditive) return [];
  return groupsOf(rows).flatMap(({ owner, parts }) =>
    periods.flatMap((period) => {
      const gap = targetGap(
        heldValue(owner.cells.get(period)),
        parts.map(({ cells }) => heldValue(cells.get(period))),
      );
      return gap === null ? [] : [{ ...gap, period, owner, parts }];
    }),
  );
}

/** The whole with its parts, and each part with its members. A team without a target of its own counts with those of its reps. */
function groupsOf(
  rows: readonly TargetRow[],
): readonly { readonly owner: TargetRow; readonly parts: readonly TargetRow[] }[] {
  const [whole, ...others] = rows;
  if (whole === undefined) return [];
  const groups = others
    .filter(({ rank }) => rank === 'part')
    .map((owner) => ({ owner, parts: membersAfter(owner, others) }));
  return [
    { owner: whole, parts: groups.map(({ owner, parts }) => standIn(owner, parts)) },
    ...groups.filter(({ parts }) => parts.length > 0),
  ];
}

function membersAfter(owner: TargetRow, rows: readonly TargetRow[]): readonly TargetRow[] {
  const after = rows.slice(rows.indexOf(owner) + 1);
  const end = after.findIndex(({ rank }) => rank !== 'member');
  return end < 0 ? after : after.slice(0, end);
}

function standIn(owner: TargetRow, members: readonly TargetRow[]): TargetRow {
  const cells = [...owner.cells].map(([period, cell]): [string, TargetCell] => {
    const values = members.flatMap(({ cells: own }) => heldValue(own.get(period)) ?? []);
    if (heldValue(cell) !== null || values.length === 0) return [period, cell];
    return [
      period,
      { own: null, held: { value: values.reduce((sum, value) => sum + value, 0), owner: 'rep' } },
    ];
  });
  return { ...owner, cells: new Map(cells) };
}

/** The sum of a group's parts by period; null where none has a target. */
export function sumsOf(
  rows: readonly TargetRow[],
  periods: readonly string[],
): ReadonlyMap<string, number | null> {
  const [group] = groupsOf(rows);
  return new Map(
    periods.map((period) => {
      const values = (group?.parts ?? []).flatMap(({ cells }) => heldValue(cells.get(period)) ?? []);
      return [period, values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0)];
    }),
  );
}
