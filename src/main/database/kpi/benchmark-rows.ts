import type { KpiDeclaration } from '@shared/kpi/formula';
import { meansKpi } from '@shared/kpi/kpi-name';
import { periodRange } from '@shared/model/period';
import type { Connection } from '../connection';

export interface Benchmark {
  /** As it was written: an id or a name. */
  readonly kpi: string;
  readonly period: string;
  readonly value: number;
  /** Empty for a figure of no industry in particular. */
  readonly industry: string;
}

export function readBenchmarks(connection: Connection): readonly Benchmark[] {
  return connection.rows('SELECT kpi, period, value, industry FROM benchmarks ORDER BY id').map((row) => ({
    kpi: String(row.kpi),
    period: String(row.period ?? ''),
    value: Number(row.value),
    industry: String(row.industry ?? '').trim(),
  }));
}

/**
 * The newest outside figure for a KPI whose period has begun by `day`; one without a period is older than any. Of two as new, the
 * later row. Where the workspace names its industry, figures of other industries do not count, and one of its own goes before one of
 * no industry. Null when there is none.
 */
export function newestBenchmark(
  benchmarks: readonly Benchmark[],
  kpi: Pick<KpiDeclaration, 'id' | 'own'>,
  day: string,
  { fiscalYearStart, industry }: { readonly fiscalYearStart: number; readonly industry: string },
): number | null {
  const ofKpi = benchmarks.filter((benchmark) => meansKpi(benchmark.kpi, kpi));
  const inIndustry = (name: string) =>
    newestOf(
      ofKpi.filter((each) => each.industry === name),
      day,
      fiscalYearStart,
    );
  return industry === '' ? newestOf(ofKpi, day, fiscalYearStart) : (inIndustry(industry) ?? inIndustry(''));
}

function newestOf(benchmarks: readonly Benchmark[], day: string, fiscalYearStart: number): number | null {
  const begun = benchmarks
    .map(({ value, period }) => ({ value, from: periodRange(period, fiscalYearStart)?.from ?? '' }))
    .filter(({ from }) => from <= day)
    .sort((one, other) => (one.from < other.from ? -1 : Number(one.from > other.from)));
  return begun.at(-1)?.value ?? null;
}
