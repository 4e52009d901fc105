import { addDays, type DateRange } from '../model/calendar-date';
import type { KpiFilter } from './declaration';
import { evaluate } from './evaluate';
import { filterWithin, type KpiDeclaration, measuresOf } from './formula';
import { groupBy } from './group-by';
import { type Measure, measureDeclared } from './measure';
import { measureInUse } from './measure-column';
import type { MeasureQuery, MeasureSource } from './measure-source';

/** Rows that a KPI's value was reckoned from: those of a measure in a range under a filter. */
export interface RowsRead {
  readonly measure: Measure;
  readonly range: DateRange;
  readonly filter: KpiFilter;
}

/** Beside rows that are summed: quotas in a range, or competitors' prices up to a day. */
export type ReadBeside =
  | { readonly dataset: 'quotas'; readonly range: DateRange; readonly filter: KpiFilter }
  | { readonly dataset: 'competitor_prices'; readonly day: string; readonly filter: KpiFilter };

export interface ReadForKpi {
  readonly rows: readonly RowsRead[];
  readonly beside: readonly ReadBeside[];
}

interface Question {
  readonly kpi: KpiDeclaration;
  readonly basis: string | null;
  readonly range: DateRange;
  readonly filter: KpiFilter;
}

const beginning = '0001-01-01';

/**
 * The rows that the total of a KPI stands on, told by reckoning it and watching what it reads: so they are the very rows, whatever the
 * formula. Of measures of the same rows the wider comes first, as a denominator is read after its numerator. What is fitted anew for
 * each period is not reckoned for it: its models take all rows up to the period's end.
 * @throws QuotabenchError those of `evaluate`.
 */
export function readForKpi({ kpi, basis, range, filter }: Question, source: MeasureSource): ReadForKpi {
  if (kpi.isFitted) return { rows: fittedRows(kpi, range, filter, source), beside: [] };
  const queries: MeasureQuery[] = [];
  const beside: ReadBeside[] = [];
  evaluate({ kpi, basis, range, filter }, watched(source, queries, beside));
  const read = queries.flatMap(({ measures, range: own, filter: within }) =>
    measures.map((measure) => ({ measure, range: own, filter: within })),
  );
  return { rows: withoutRepeats(read), beside: distinct(beside) };
}

/** The same source, keeping account of what it is asked for. */
function watched(source: MeasureSource, queries: MeasureQuery[], beside: ReadBeside[]): MeasureSource {
  return {
    options: source.options,
    hasRows: (dataset) => source.hasRows(dataset),
    read: (query) => {
      queries.push(query);
      return source.read(query);
    },
    quotas: (range, filter) => {
      beside.push({ dataset: 'quotas', range, filter });
      return source.quotas(range, filter);
    },
    stages: () => source.stages(),
    stageDays: (deals, range, filter) => source.stageDays(deals, range, filter),
    prices: (day, filter) => {
      beside.push({ dataset: 'competitor_prices', day, filter });
      return source.prices(day, filter);
    },
    recordsChurn: () => source.recordsChurn(),
    recordsRecurring: () => source.recordsRecurring(),
    incentives: () => source.incentives(),
    target: (kpi, scope, range) => source.target(kpi, scope, range),
  };
}

function fittedRows(
  kpi: KpiDeclaration,
  { to }: DateRange,
  filter: KpiFilter,
  source: MeasureSource,
): readonly RowsRead[] {
  const ids = kpi.formulas.flatMap(({ formula }) => measuresOf(formula));
  const range = { from: beginning, to };
  const within = filterWithin(kpi, filter);
  return withoutRepeats(ids.map((id) => ({ measure: measureInUse(id, source), range, filter: within })));
}

/** Each set of rows once, ranges that follow each other as one. */
function withoutRepeats(read: readonly RowsRead[]): readonly RowsRead[] {
  const sets = groupBy(read, ({ measure, filter }) => {
    const { dataset, placement, conditions } = measureDeclared(measure);
    return JSON.stringify([dataset, placement, conditions, filter]);
  });
  const joined = [...sets.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    return joinedRanges(same.map(({ range }) => range)).map((range) => ({ ...first, range }));
  });
  const rows = groupBy(joined, ({ measure, range }) => {
    const { dataset, placement } = measureDeclared(measure);
    return JSON.stringify([dataset, placement, range]);
  });
  return [...rows.values()].flatMap((same) => [...same].reverse());
}

function joinedRanges(ranges: readonly DateRange[]): readonly DateRange[] {
  const sorted = [...ranges].sort((one, other) => (one.from < other.from ? -1 : 1));
  const joined: DateRange[] = [];
  for (const range of sorted) {
    const last = joined.at(-1);
    if (last === undefined || range.from > addDays(last.to, 1)) joined.push(range);
    else if (range.to > last.to) joined[joined.length - 1] = { from: last.from, to: range.to };
  }
  return joined;
}

function distinct<Item>(items: readonly Item[]): readonly Item[] {
  return [...groupBy(items, (item) => JSON.stringify(item)).values()].flatMap((same) => same.slice(0, 1));
}
