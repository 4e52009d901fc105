import type { KpiResult } from '@shared/ipc/kpi';
import type { OneToOne } from '@shared/ipc/one-to-one';
import type { KpiDimension, KpiFilter } from '@shared/kpi/declaration';
import { quantile } from '@shared/kpi/quantile';
import {
  addMonths,
  type DateRange,
  earlierOf,
  firstOfMonth,
  lastOfMonth,
  laterOf,
} from '@shared/model/calendar-date';
import { compareShares, type Share, type SkillStep, skillGap } from '@shared/one-to-one/skill-gap';
import type { Connection } from '../connection';
import type { KpiReader } from '../kpi/kpi-reader';
import { readGoalEvidence } from '../planning/goal-evidence';
import { groupOf, repOf } from './reps';

/** KPIs of activity, each a count that a rep does. */
const activityKpis = ['calls_made', 'emails_sent', 'meetings_scheduled'] as const;
/** KPIs that are a count of a count. */
const shareKpis = ['win_rate', 'lead_conversion_rate'] as const;
/** Months that the run of a quota shows at most. */
const shownMonths = 12;

/** Asks for a KPI of the rep, or of the group. */
interface Asked {
  readonly range: DateRange;
  readonly rep: KpiFilter;
  readonly group: KpiFilter;
  /** Names of the reps in the group. */
  readonly members: readonly string[];
  of(
    kpi: string,
    filter: KpiFilter,
    more?: { readonly by?: KpiDimension; readonly range?: DateRange },
  ): KpiResult;
}

/**
 * Gathers what a manager and a rep talk about: each figure of the rep beside that of the team, the rep among it.
 * @throws QuotabenchError `repMissing`.
 */
export function readOneToOne(
  connection: Connection,
  kpis: KpiReader,
  { rep: name, from, to }: DateRange & { readonly rep: string },
): OneToOne {
  const range = { from, to };
  const rep = repOf(connection, name);
  const group = groupOf(connection, rep, range);
  const asked: Asked = {
    range,
    rep: { rep: [rep.name] },
    group: group.kind === 'team' ? { team: [rep.team] } : {},
    members: group.members,
    of: (kpi, filter, more = {}) => {
      const [result] = kpis.evaluate({ ...(more.range ?? range), kpis: [kpi], by: more.by, filter });
      if (result === undefined) throw new Error(`no answer for ${kpi}`);
      return result;
    },
  };
  return {
    rep,
    group: { kind: group.kind, reps: group.members.length },
    quota: quotaOf(asked, kpis),
    activity: activityKpis.map((kpi) => ({ kpi, ...activityOf(asked, kpi) })),
    conversion: shareKpis.map((kpi) => {
      const own = asked.of(kpi, asked.rep);
      const shares = compareShares(shareOf(own), shareOf(asked.of(kpi, asked.group)));
      return { kpi, ...judgement(own), ...shares };
    }),
    cycle: cycleOf(asked),
    dealSize: dealSizeOf(asked),
    pipeline: pipelineOf(asked, kpis),
    skill: mutableSkill(skillGap(skillSteps(asked))),
  };
}

function quotaOf({ range, rep, of }: Asked, kpis: KpiReader): OneToOne['quota'] {
  const own = of('quota_attainment', rep);
  const months = monthsUpTo(range.to, kpis.measures.daysOfData());
  const run = months === null ? [] : of('quota_attainment', rep, { by: 'month', range: months }).rows;
  const quotaMeasures = new Set(kpis.measures.quotas(range, rep).map(({ measure }) => measure));
  const inMoney = [...quotaMeasures].every(
    (measure) => measure === 'bookings' || measure === 'revenue' || measure === 'margin',
  );
  const [sole, ...others] = quotaMeasures;
  const goalKpi = others.length === 0 && (sole === 'bookings' || sole === 'revenue') ? sole : null;
  const scope = { kind: 'rep', key: rep.rep?.[0] ?? '' } as const;
  return {
    ...judgement(own),
    value: own.value,
    result: own.numerator,
    quota: own.denominator,
    unit: inMoney ? 'money' : 'number',
    evidence: goalKpi === null ? null : readGoalEvidence(kpis, { kpi: goalKpi, scope, range }),
    months: run.map(({ key, value, numerator, denominator }) => ({
      month: key,
      value,
      result: numerator,
      quota: denominator,
    })),
  };
}

/** The last months up to the end of the period, none from before the first row and none from after the last. */
function monthsUpTo(end: string, data: DateRange | null): DateRange | null {
  if (data === null) return null;
  const to = earlierOf(lastOfMonth(end), lastOfMonth(data.to));
  const start = addMonths(firstOfMonth(to), 1 - shownMonths);
  const from = laterOf(start, firstOfMonth(data.from));
  return from > to ? null : { from, to };
}

/** A rep without rows has done nothing, where anybody has rows at all. */
function activityOf(
  { rep, group, members, of }: Asked,
  kpi: string,
): Omit<OneToOne['activity'][number], 'kpi'> {
  const own = of(kpi, rep);
  const byRep = new Map(of(kpi, group, { by: 'rep' }).rows.map(({ key, value }) => [key, value ?? 0]));
  const median = own.value === null ? null : medianOf(members.map((name) => byRep.get(name) ?? 0));
  return { ...judgement(own), value: own.value, median };
}

function cycleOf({ rep, group, of }: Asked): OneToOne['cycle'] {
  const [own, team] = [of('sales_cycle_length', rep), of('sales_cycle_length', group)];
  return {
    median: own.beside.median ?? null,
    deals: own.denominator ?? 0,
    teamMedian: team.beside.median ?? null,
    teamDeals: team.denominator ?? 0,
  };
}

function dealSizeOf({ rep, group, of }: Asked): OneToOne['dealSize'] {
  const own = of('average_deal_size', rep);
  return {
    ...judgement(own),
    value: own.value,
    deals: own.denominator ?? 0,
    team: of('average_deal_size', group).value,
  };
}

function pipelineOf({ range, rep, group, members, of }: Asked, kpis: KpiReader): OneToOne['pipeline'] {
  const coverage = of('pipeline_coverage', rep).value;
  if (!kpis.measures.hasRows('opportunities')) {
    return { amount: null, deals: null, medianAmount: null, coverage };
  }
  const rows = kpis.measures.read({
    measures: ['openAmount', 'openDeals'],
    range,
    by: ['rep'],
    filter: group,
  });
  const byRep = new Map(rows.map(({ keys, values }) => [keys[0] ?? '', values]));
  const [amount = 0, deals = 0] = byRep.get(rep.rep?.[0] ?? '') ?? [];
  const medianAmount = medianOf(members.map((name) => byRep.get(name)?.[0] ?? 0));
  return { amount, deals, medianAmount, coverage };
}

/** The steps of the sale: from lead to customer, and from each stage of the deals to the next. */
function skillSteps({ rep, group, of }: Asked): readonly SkillStep[] {
  const leads = { rep: of('lead_conversion_rate', rep), team: of('lead_conversion_rate', group) };
  const stages = { rep: of('funnel', rep, { by: 'stage' }), team: of('funnel', group, { by: 'stage' }) };
  const own = new Map(stages.rep.rows.map((row) => [row.key, row]));
  const lead = { name: '', rep: shareOf(leads.rep), team: shareOf(leads.team) };
  const passed = stages.team.rows.flatMap((row): readonly SkillStep[] =>
    row.denominator === null
      ? []
      : [{ name: row.key, rep: shareOf(own.get(row.key) ?? null), team: shareOf(row) }],
  );
  return [...(lead.team.of > 0 ? [lead] : []), ...passed];
}

function shareOf(part: Pick<KpiResult, 'numerator' | 'denominator'> | null): Share {
  return { count: part?.numerator ?? 0, of: part?.denominator ?? 0 };
}

function judgement({ target, status }: KpiResult): Pick<KpiResult, 'target' | 'status'> {
  return { target, status };
}

function medianOf(values: readonly number[]): number | null {
  return quantile(
    values.map((value) => ({ value, count: 1 })),
    0.5,
  );
}

function mutableSkill({ steps, worst, largest }: ReturnType<typeof skillGap>): OneToOne['skill'] {
  return { steps: [...steps], worst, largest };
}
