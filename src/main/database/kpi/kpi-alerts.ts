import type { KpiResult } from '@shared/ipc/kpi';
import type { KpiAlert, QuotaAlert, TargetAlert } from '@shared/kpi/alert';
import type { KpiFilter } from '@shared/kpi/declaration';
import { filterWithin, type KpiDeclaration } from '@shared/kpi/formula';
import { enoughRepsAtQuota } from '@shared/kpi/formulas/quota-attainment';
import { targetScopeOf } from '@shared/kpi/target-scope';
import { wilsonInterval } from '@shared/kpi/wilson-interval';
import type { DateRange } from '@shared/model/calendar-date';
import { type ScopeOfTarget, statusOf, type TargetLevels, type TargetScope } from '@shared/model/target';
import type { KpiReader } from './kpi-reader';
import type { StoredTarget } from './targets';

interface AlertRequest extends DateRange {
  readonly filter: KpiFilter;
}

type PartScope = Exclude<TargetScope, 'all'>;

/** KPIs whose parts are held against the target of the whole where they have none of their own, as a rate of the whole can hide them. */
const watchedParts: readonly { readonly kpi: string; readonly by: PartScope; readonly isShare: boolean }[] = [
  { kpi: 'price_index', by: 'product', isShare: false },
  { kpi: 'churn_rate', by: 'segment', isShare: true },
];

/** All that is off target in a period, and the teams in which few reps are at quota; in no particular order. */
export function readAlerts(
  kpis: KpiReader,
  targets: readonly StoredTarget[],
  request: AlertRequest,
): readonly KpiAlert[] {
  const set = new Map<string, Set<TargetScope>>();
  for (const { kpi, scopeKind } of targets) set.set(kpi, (set.get(kpi) ?? new Set()).add(scopeKind));
  const { catalogue } = kpis;
  const ofTargets = catalogue.flatMap((kpi) => {
    const scopes = set.get(kpi.id);
    return scopes === undefined || kpi.isFitted ? [] : offTargets(kpis, kpi, [...scopes], request);
  });
  const ofParts = watchedParts.flatMap(({ kpi, by, isShare }) => {
    const declared = catalogue.find(({ id }) => id === kpi);
    return declared && set.has(kpi) ? partsOff(kpis, declared, by, isShare, request) : [];
  });
  return [...withoutRepeats([...ofTargets, ...ofParts]), ...quotaAlerts(kpis, request)];
}

/** The KPI itself and its parts that are off targets of their own. */
function offTargets(
  kpis: KpiReader,
  kpi: KpiDeclaration,
  scopes: readonly TargetScope[],
  request: AlertRequest,
): readonly TargetAlert[] {
  const filter = filterWithin(kpi, request.filter);
  const whole = targetScopeOf({ by: null, filter }, '');
  const total = evaluate(kpis, kpi.id, request);
  const parts = scopes.flatMap((by) => {
    if (by === 'all' || !kpi.dimensions.includes(by)) return [];
    return evaluate(kpis, kpi.id, request, by).rows.flatMap((row) =>
      alertOf(kpi.id, { kind: by, key: row.key }, row),
    );
  });
  return [...(whole === null ? [] : alertOf(kpi.id, whole, total)), ...parts];
}

function alertOf(
  kpi: string,
  scope: ScopeOfTarget,
  { value, target, targetOf, status }: Pick<KpiResult, 'value' | 'target' | 'targetOf' | 'status'>,
): readonly TargetAlert[] {
  const isOwn = targetOf === scope.kind;
  if (value === null || target === null || !isOwn || (status !== 'amber' && status !== 'red')) return [];
  return [{ kind: 'target', kpi, scope, targetOf: 'own', value, target, status }];
}

/** Parts without a target of their own that are off that of the whole; a share must be off by more than chance. */
function partsOff(
  kpis: KpiReader,
  kpi: KpiDeclaration,
  by: PartScope,
  isShare: boolean,
  request: AlertRequest,
): readonly TargetAlert[] {
  const { from, to } = request;
  const levels = kpis.measures.levels(kpi.id, { kind: 'all', key: '' }, { from, to });
  if (levels === null) return [];
  return evaluate(kpis, kpi.id, request, by).rows.flatMap((row): readonly TargetAlert[] => {
    const { key, value, targetOf } = row;
    const status = statusOf(value, levels, kpi.direction);
    if (value === null || key === '' || targetOf === by || (status !== 'amber' && status !== 'red'))
      return [];
    if (isShare && !isBeyondChance(row, levels)) return [];
    const scope = { kind: by, key };
    return [{ kind: 'target', kpi: kpi.id, scope, targetOf: 'all', value, target: levels.value, status }];
  });
}

function isBeyondChance(
  { numerator, denominator }: Pick<KpiResult, 'numerator' | 'denominator'>,
  levels: TargetLevels,
): boolean {
  const interval = wilsonInterval(numerator, denominator);
  return interval !== null && (interval.low > levels.amber || interval.high < levels.amber);
}

/** All reps, and teams of more than one, in which too few are at quota. */
function quotaAlerts(kpis: KpiReader, request: AlertRequest): readonly QuotaAlert[] {
  const { rows, ...total } = evaluate(kpis, 'reps_at_quota', request, 'team');
  const groups = [
    { scope: { kind: 'all', key: '' } as const, ...total },
    ...rows
      .filter(({ key, denominator }) => key !== '' && (denominator ?? 0) > 1)
      .map((row) => ({ scope: { kind: 'team', key: row.key } as const, ...row })),
  ];
  return groups.flatMap(({ scope, value, numerator, denominator }) =>
    value === null || numerator === null || denominator === null || value >= enoughRepsAtQuota
      ? []
      : [{ kind: 'quota', scope, reps: denominator, under: denominator - numerator }],
  );
}

/** Narrowed to one team, the whole is the team. */
function withoutRepeats(alerts: readonly TargetAlert[]): readonly TargetAlert[] {
  const keyOf = ({ kpi, scope }: TargetAlert): string => JSON.stringify([kpi, scope.kind, scope.key]);
  return [...new Map(alerts.map((alert) => [keyOf(alert), alert])).values()];
}

function evaluate(
  kpis: KpiReader,
  kpi: string,
  { from, to, filter }: AlertRequest,
  by?: PartScope,
): KpiResult {
  const [result] = kpis.evaluate({ from, to, filter, kpis: [kpi], by });
  if (result === undefined) throw new Error(`no answer for ${kpi}`);
  return result;
}
