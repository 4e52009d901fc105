import type { LocaleFormat } from '@shared/format/locale-format';
import type { KpiUnit } from '@shared/kpi/declaration';
import type { TFunction } from 'i18next';
import type { FigureCell, FigureRow, SummedRow } from '../../components/FigureGrid';
import type { useKpiFormat } from '../../components/use-kpi-format';
import { type GridView, gridGaps, heldValue, sumsOf, type TargetCell, type TargetRow } from './grid-model';

interface Writing {
  readonly format: LocaleFormat;
  readonly kpiFormat: ReturnType<typeof useKpiFormat>;
  readonly t: TFunction<'targets'>;
}

/** A target's value as it is typed: with all its digits. */
export function typedValue(value: number | null, unit: KpiUnit, format: LocaleFormat): string {
  if (value === null) return '';
  return unit === 'percent' ? format.percent(value, 4) : format.number(value, 6);
}

/** The rows of the grid in words; a period is empty for every period, and its column is called `every`. */
export function figureRows(
  rows: readonly TargetRow[],
  { down }: GridView,
  { format, kpiFormat, t }: Writing,
): readonly FigureRow[] {
  return rows.map(({ id, kpi, scope, rank, cells }) => ({
    id,
    rank,
    label:
      down === 'kpis' ? t(`kpis:${kpi.id}.name`) : scope.kind === 'all' ? t('kpis:scope.all') : scope.key,
    cells: Object.fromEntries(
      [...cells].map(([period, cell]) => [period || 'every', figureOf(cell, kpi.unit, format, kpiFormat)]),
    ),
  }));
}

/** Money without its currency, which would crowd the columns. */
function shownValue(value: number, unit: KpiUnit, { format, kpiFormat }: Omit<Writing, 't'>): string {
  return unit === 'money' ? format.number(value, 0) : kpiFormat.value(value, unit);
}

function figureOf(
  cell: TargetCell,
  unit: KpiUnit,
  format: LocaleFormat,
  kpiFormat: Writing['kpiFormat'],
): FigureCell {
  const value = heldValue(cell);
  return {
    typed: typedValue(cell.own?.value ?? null, unit, format),
    shown: value === null ? '' : shownValue(value, unit, { format, kpiFormat }),
    isDerived: cell.own === null && value !== null,
  };
}

/** The sum of the parts, and what of the whole is not given out; none for a KPI whose targets do not add up. */
export function sumRows(
  rows: readonly TargetRow[],
  periods: readonly string[],
  writing: Writing,
): readonly SummedRow[] {
  const { t } = writing;
  const [whole] = rows;
  if (whole === undefined || whole.rank !== 'whole' || !whole.kpi.isAdditive) return [];
  const { unit } = whole.kpi;
  const sums = sumsOf(rows, periods);
  if ([...sums.values()].every((sum) => sum === null)) return [];
  const gaps = new Map(
    gridGaps(rows, periods)
      .filter(({ owner }) => owner === whole)
      .map(({ period, left }) => [period, left]),
  );
  const row = (id: string, label: string, values: ReadonlyMap<string, number | null>, warned: string[]) => ({
    id,
    label,
    rank: 'whole' as const,
    warned,
    cells: Object.fromEntries(
      periods.map((period) => {
        const value = values.get(period) ?? null;
        return [
          period || 'every',
          { typed: '', shown: value === null ? '' : shownValue(value, unit, writing), isDerived: false },
        ];
      }),
    ),
  });
  return [
    row('sum', t('targets:grid.sum'), sums, []),
    ...(gaps.size > 0 ? [row('left', t('targets:grid.left'), gaps, [...gaps.keys()])] : []),
  ];
}
