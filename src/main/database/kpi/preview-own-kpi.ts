import type { OwnKpiPreview } from '@shared/ipc/own-kpi';
import { type RowDimension, rowDimensions } from '@shared/kpi/declaration';
import { evaluate, figuresOf } from '@shared/kpi/evaluate';
import { checkOwnKpi } from '@shared/kpi/own/check-own-kpi';
import { namedValue } from '@shared/kpi/own/compile-own-kpi';
import { kpiUnitOf } from '@shared/kpi/own/formula-unit';
import type { OwnKpi } from '@shared/kpi/own/own-kpi';
import { type DateRange, daysOfRange, intersection } from '@shared/model/calendar-date';
import { QuotabenchError } from '@shared/model/error';
import type { Connection } from '../connection';
import type { KpiReader } from './kpi-reader';
import { readOwnKpis } from './own-kpi-rows';

interface PreviewRequest extends DateRange {
  readonly definition: OwnKpi;
  readonly replaces: string | null;
  readonly by: RowDimension | null;
}

/** Longer periods are shown by month, shorter ones by day. */
const longestByDay = 62;

/** What a definition comes to in a period, and all that is wrong with it, without storing anything. */
export function previewOwnKpi(
  connection: Connection,
  kpis: KpiReader,
  { definition, replaces, by: wanted, from, to }: PreviewRequest,
): OwnKpiPreview {
  const { measures: source } = kpis;
  const range = { from, to };
  const { kpi, problems } = checkOwnKpi(definition, readOwnKpis(connection), { replaces });
  const measures = measureValues(definition, kpis, range);
  const preview = { problems: problems.map((problem) => ({ ...problem })), measures };
  if (kpi === null) return { ...preview, outcome: null };
  const split = rowDimensions.filter((dimension) => kpi.dimensions.includes(dimension));
  const by = split.find((dimension) => dimension === wanted) ?? split[0] ?? null;
  const shown = within(range, source.daysOfData());
  const step = daysOfRange(shown) > longestByDay ? 'month' : 'day';
  const keyed = ({ rows }: ReturnType<typeof evaluate>) =>
    rows.map(({ key, figure }) => ({ key, value: figure.value }));
  const answer = evaluate({ kpi, range, by }, source);
  const { value, numerator, denominator } = answer.total;
  return {
    ...preview,
    outcome: {
      value,
      numerator,
      denominator,
      trend: kpi.isFitted ? [] : keyed(evaluate({ kpi, range: shown, by: step }, source)),
      dimensions: [...kpi.dimensions],
      by,
      rows: keyed(answer),
    },
  };
}

/** The part of the period in which there is data, as months to come are not 0. */
function within(range: DateRange, data: DateRange | null): DateRange {
  return (data && intersection(range, data)) ?? range;
}

function measureValues(definition: OwnKpi, kpis: KpiReader, range: DateRange): OwnKpiPreview['measures'] {
  const scope = { source: kpis.measures, range, by: null, filter: {} };
  return Object.entries(definition.measures).flatMap(([name, measure]) => {
    try {
      const { formula, unit } = namedValue(name, measure, kpis.catalogue);
      return [{ name, value: figuresOf(formula, scope).get('')?.value ?? null, unit: kpiUnitOf(unit) }];
    } catch (error) {
      // What is wrong with it is among the problems.
      if (error instanceof QuotabenchError) return [];
      throw error;
    }
  });
}
