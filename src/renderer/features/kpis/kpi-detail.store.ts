import type { KpiCrossing, KpiResult } from '@shared/ipc/kpi';
import type { Filter } from '@shared/ipc/rows';
import { type FilterDimension, type RowDimension, rowDimensions } from '@shared/kpi/declaration';
import type { DateRange } from '@shared/model/calendar-date';
import type { DatasetId } from '@shared/model/dataset';
import type { ErrorDescription } from '@shared/model/error';
import { create } from 'zustand';
import { request } from '../../app/bridge';
import { describeFailure } from '../../app/failure.store';
import { newestOnly } from '../../app/newest-only';
import type { ChosenFilter } from './kpi-filter.store';
import { type ComparedTrend, type EarlierStep, earlierSteps } from './trend-compared';
import type { TrendStep } from './trend-range';

/** What a split can be crossed with: time, or another dimension. */
export const crossDimensions = ['month', 'quarter', 'year', ...rowDimensions] as const;
export type CrossDimension = (typeof crossDimensions)[number];

interface KpiQuestion {
  /** The workspace that is asked about, by its path. */
  readonly path: string;
  readonly kpi: string;
  readonly range: DateRange;
  /** The earlier period with which it is compared; null for none. */
  readonly compared: DateRange | null;
  /** Null: the KPI's first. */
  readonly basis: string | null;
  /** What the value is split by; null where the KPI cannot be split. */
  readonly by: RowDimension | null;
  /** What the split is crossed with; null for none. */
  readonly across: CrossDimension | null;
  readonly step: TrendStep;
  readonly trend: DateRange;
  /** The earlier steps with which those of the trend are compared; null for none. */
  readonly comparedTrend: ComparedTrend | null;
  readonly filter: ChosenFilter;
}

export interface KpiDetail {
  readonly question: KpiQuestion;
  /** The value of the period, with a row for each member of the dimension. */
  readonly result: KpiResult;
  /** The split crossed with another dimension; null where none was asked for. */
  readonly crossing: KpiCrossing | null;
  /** A row for each step of the trend. */
  readonly trend: KpiResult;
  /** For each step of the trend the one that it is compared with; null where there are none. */
  readonly earlier: readonly EarlierStep[] | null;
  /** The value of the period that it is compared with, split as the value is; null where there is no such period. */
  readonly before: KpiResult | null;
  readonly benchmark: number | null;
  /** The rows that make the value. */
  /** The rows that the value stands on: see `kpi.sourceRows`. */
  readonly sources: readonly {
    readonly dataset: DatasetId;
    readonly filter: Filter;
    readonly measure: string | null;
    readonly name: string | null;
    readonly from: string;
    readonly to: string;
  }[];
}

interface KpiDetailStore {
  /** The newest answer, which stays on the screen until the next. */
  readonly detail: KpiDetail | null;
  readonly problem: ErrorDescription | null;
  load(question: KpiQuestion): Promise<void>;
}

export const useKpiDetail = create<KpiDetailStore>((set) => ({
  detail: null,
  problem: null,
  load: newestOnly(readDetail, {
    answered: (detail) => set({ detail, problem: null }),
    failed: (error) => set({ problem: describeFailure(error) }),
  }),
}));

async function readDetail(question: KpiQuestion): Promise<KpiDetail> {
  const { kpi, range, compared, by, across, step, filter, comparedTrend } = question;
  const basis = question.basis ?? undefined;
  const evaluate = async (dates: DateRange, split?: RowDimension | TrendStep): Promise<KpiResult> => {
    const { kpis } = await request('kpi.evaluate', { ...dates, kpis: [kpi], basis, by: split, filter });
    const [result] = kpis;
    if (result === undefined) throw new Error(`no answer for ${kpi}`);
    return result;
  };
  const [result, trend, earlier, before, cards, rows, crossing] = await Promise.all([
    evaluate(range, by ?? undefined),
    evaluate(question.trend, step),
    comparedTrend && evaluate(comparedTrend.range, step),
    compared && evaluate(compared, by ?? undefined),
    request('kpi.cards', { ...range, kpis: [kpi], filter }),
    request('kpi.sourceRows', { ...range, kpi, basis, filter }),
    by && across && across !== by ? request('kpi.cross', { ...range, kpi, basis, by, across, filter }) : null,
  ]);
  return {
    question,
    result,
    trend,
    earlier: comparedTrend && earlier && earlierSteps(comparedTrend, earlier.rows),
    before,
    benchmark: cards.cards[0]?.benchmark ?? null,
    sources: rows.sources,
    crossing,
  };
}

/** The rows behind one member of the breakdown: those of the whole, narrowed to it. */
export async function readMemberSources(
  { kpi, range, basis, filter }: KpiQuestion,
  dimension: FilterDimension,
  name: string,
): Promise<KpiDetail['sources']> {
  const narrowed = { ...filter, [dimension]: [name] };
  const { sources } = await request('kpi.sourceRows', {
    ...range,
    kpi,
    basis: basis ?? undefined,
    filter: narrowed,
  });
  return sources;
}
