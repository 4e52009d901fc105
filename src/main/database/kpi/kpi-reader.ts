import type { KpiCard, KpiResult } from '@shared/ipc/kpi';
import type { WorkspaceOptions } from '@shared/ipc/workspace';
import { type KpiCatalogue, kpiOf } from '@shared/kpi/catalogue';
import { isTimeDimension, type KpiDimension, type KpiFilter } from '@shared/kpi/declaration';
import type { Figure } from '@shared/kpi/figure';
import { filterWithin, type KpiDeclaration } from '@shared/kpi/formula';
import { kpiName } from '@shared/kpi/kpi-name';
import { targetScopeOf } from '@shared/kpi/target-scope';
import {
  addMonths,
  type DateRange,
  earlierOf,
  firstOfMonth,
  lastOfMonth,
  laterOf,
} from '@shared/model/calendar-date';
import { type NamedRange, periodsWithin, rangeBefore, rangeYearBefore } from '@shared/model/period';
import { type ScopeOfTarget, statusOf } from '@shared/model/target';
import { type Benchmark, newestBenchmark, readBenchmarks } from './benchmark-rows';
import { KeptAnswers } from './kept-answers';
import { type VersionedTables, WorkspaceColumns } from './workspace-columns';
import { WorkspaceMeasures } from './workspace-measures';

/** What of an open workspace KPIs are read from. */
export interface KpiWorkspace extends VersionedTables {
  readonly options: WorkspaceOptions;
  /** Rises with each change. */
  readonly revision: number;
}

export interface KpiRequest extends DateRange {
  /** Ids; all that can be split as asked when left out. */
  readonly kpis?: readonly string[];
  readonly by?: KpiDimension;
  readonly basis?: string;
  readonly filter?: KpiFilter;
}

/** What is known of one state of the workspace. */
interface KeptState {
  readonly revision: number;
  readonly answers: KeptAnswers;
  readonly benchmarks: readonly Benchmark[];
}

/** Months that a card's sparkline shows at most. */
const sparklineMonths = 12;

/**
 * Evaluates KPIs over a workspace, with their targets. Answers are kept until the workspace changes, and the columns that
 * they were read from until their own rows do.
 */
export class KpiReader {
  private kept: KeptState | null = null;
  private readonly columns: WorkspaceColumns;

  constructor(private readonly workspace: KpiWorkspace) {
    this.columns = new WorkspaceColumns(workspace);
  }

  /** The workspace's measures as of now. */
  get measures(): WorkspaceMeasures {
    return this.answers.measures;
  }

  /** The KPIs of the workspace as of now: the built-in ones, then its own. */
  get catalogue(): KpiCatalogue {
    return this.measures.catalogue;
  }

  private get answers(): KeptAnswers {
    return this.asOfNow.answers;
  }

  private get asOfNow(): KeptState {
    const { revision } = this.workspace;
    if (this.kept?.revision === revision) return this.kept;
    const { connection, options } = this.workspace;
    const measures = new WorkspaceMeasures(connection, options, this.columns);
    this.kept = { revision, answers: new KeptAnswers(measures), benchmarks: readBenchmarks(connection) };
    return this.kept;
  }

  /** @throws QuotabenchError `unknownKpi`, `unknownBasis`, `unknownKpiDimension`. */
  evaluate(request: KpiRequest): KpiResult[] {
    const { answers } = this;
    return chosenKpis(request, this.catalogue).map((kpi) => resultOf(kpi, request, answers));
  }

  /** @throws QuotabenchError `unknownKpi`. */
  cards(request: DateRange & { readonly kpis: readonly string[]; readonly filter?: KpiFilter }): KpiCard[] {
    const { answers, benchmarks } = this.asOfNow;
    const months = this.sparklineMonths(request.to);
    return this.evaluate(request).map(({ rows: _, ...result }) =>
      cardOf(result, { request, months, benchmarks, answers }),
    );
  }

  /** The outside figure that a KPI is held against on a day: see `newestBenchmark`. */
  benchmark(kpi: KpiDeclaration, day: string): number | null {
    const { connection, options } = this.workspace;
    return newestBenchmark(readBenchmarks(connection), kpi, day, options);
  }

  /** The months up to the period's end, without those before the workspace's first row and after its last. */
  private sparklineMonths(end: string): readonly NamedRange[] {
    const data = this.measures.daysOfData();
    if (data === null) return [];
    const to = earlierOf(end, lastOfMonth(data.to));
    const start = addMonths(firstOfMonth(to), 1 - sparklineMonths);
    const range = { from: laterOf(start, firstOfMonth(data.from)), to };
    return periodsWithin(range, 'month', this.measures.options.fiscalYearStart);
  }
}

function chosenKpis({ kpis, by }: KpiRequest, catalogue: KpiCatalogue): readonly KpiDeclaration[] {
  if (kpis) return kpis.map((id) => kpiOf(catalogue, id));
  return catalogue.filter(({ dimensions }) => by === undefined || dimensions.includes(by));
}

/** Asked of all KPIs, a basis is meant for those that know it. */
function basisFor(kpi: KpiDeclaration, { kpis, basis }: KpiRequest): string | null {
  const known = kpi.formulas.some((candidate) => candidate.basis === basis);
  return basis === undefined || (kpis === undefined && !known) ? null : basis;
}

function resultOf(kpi: KpiDeclaration, request: KpiRequest, answers: KeptAnswers): KpiResult {
  const { measures } = answers;
  const { from, to, by } = request;
  const filter = filterWithin(kpi, request.filter ?? {});
  const range = { from, to };
  const { basis, total, rows } = answers.answer({ kpi, range, by, filter, basis: basisFor(kpi, request) });
  const split = by === undefined || isTimeDimension(by) ? null : by;
  return {
    id: kpi.id,
    name: kpiName(kpi),
    unit: kpi.unit,
    from,
    to,
    basis,
    ...judged(kpi, total, targetScopeOf({ by: null, filter }, ''), range, measures),
    rows: rows.map(({ key, range: own, figure }) => ({
      key,
      ...judged(kpi, figure, targetScopeOf({ by: split, filter }, key), own, measures),
      ...(figure.beside === undefined ? {} : { beside: { ...figure.beside } }),
    })),
    beside: { ...total.beside },
    warnings: [...(total.warnings ?? [])],
  };
}

type Judged = Pick<KpiResult, 'value' | 'numerator' | 'denominator' | 'target' | 'targetOf' | 'status'>;

function judged(
  kpi: KpiDeclaration,
  { value, numerator, denominator }: Figure,
  scope: ScopeOfTarget | null,
  range: DateRange,
  measures: WorkspaceMeasures,
): Judged {
  const held = scope === null ? null : measures.heldAgainst(kpi.id, scope, range);
  const status = statusOf(value, held?.levels ?? null, kpi.direction);
  return {
    value,
    numerator,
    denominator,
    target: held?.levels.value ?? null,
    targetOf: held?.owner ?? null,
    status,
  };
}

interface CardContext {
  readonly request: { readonly filter?: KpiFilter } & DateRange;
  readonly months: readonly NamedRange[];
  readonly benchmarks: readonly Benchmark[];
  readonly answers: KeptAnswers;
}

function cardOf(result: Omit<KpiResult, 'rows'>, context: CardContext): KpiCard {
  const { request, months, benchmarks, answers } = context;
  const kpi = kpiOf(answers.measures.catalogue, result.id);
  const valueIn = ({ from, to }: DateRange): number | null =>
    kpi.isFitted ? null : answers.answer({ kpi, range: { from, to }, filter: request.filter }).total.value;
  return {
    ...result,
    previous: valueIn(rangeBefore(request)),
    lastYear: valueIn(rangeYearBefore(request)),
    sparkline: (kpi.isFitted ? [] : months).map((month) => ({ key: month.key, value: valueIn(month) })),
    benchmark: newestBenchmark(benchmarks, kpi, request.to, answers.measures.options),
  };
}
