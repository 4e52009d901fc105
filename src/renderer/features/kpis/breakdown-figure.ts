import type { KpiCrossing, KpiDescription, KpiRow } from '@shared/ipc/kpi';
import { cellFormatOf, kpiCell } from '@shared/kpi/cell-format';
import type { FigureTable, TableCell } from '@shared/model/table-cell';
import type { TFunction } from 'i18next';
import { largestFirst } from './breakdown-option';
import type { KpiDetail } from './kpi-detail.store';
import { kpiPartsOf, partNames } from './kpi-parts';

interface Words {
  /** The name of what is down. */
  readonly dimension: string;
  readonly t: TFunction<'kpis'>;
  nameOf(key: string): string;
}

/**
 * The split as a table: value, that of the period that is compared with, its parts and targets of each member, and of the whole.
 * @param compared the name of that period; null where there is none.
 */
export function breakdownTable(
  { result, before }: KpiDetail,
  rows: readonly KpiRow[],
  {
    kpi,
    dimension,
    compared,
    t,
    nameOf,
  }: Words & {
    readonly kpi: KpiDescription;
    readonly compared: string | null;
  },
): FigureTable {
  const { id, unit, basis } = result;
  const parts = kpiPartsOf(kpi);
  const hasTargets = rows.some(({ target }) => target !== null);
  const earlier = new Map(before?.rows.map(({ key, value }) => [key, value]));
  const cells = (
    name: string,
    row: Omit<KpiRow, 'key'>,
    valueBefore: number | null,
  ): readonly TableCell[] => [
    name,
    row.value,
    ...(compared === null ? [] : [valueBefore]),
    ...(parts ? [kpiCell(row.numerator, parts.numerator), kpiCell(row.denominator, parts.denominator)] : []),
    ...(hasTargets ? [row.target, row.status === 'none' ? null : t(`kpis:status.${row.status}`)] : []),
  ];
  const text = (heading: string) => ({ heading, format: 'general' as const });
  const inUnit = (heading: string) => ({ heading, format: cellFormatOf[unit] });
  return {
    columns: [
      text(dimension),
      inUnit(t('kpis:value')),
      ...(compared === null ? [] : [inUnit(compared)]),
      ...(parts
        ? [text(t(partNames(id, basis, 'numerator'))), text(t(partNames(id, basis, 'denominator')))]
        : []),
      ...(hasTargets ? [inUnit(t('kpis:target')), text(t('kpis:status'))] : []),
    ],
    rows: [
      ...rows.map((row) => cells(nameOf(row.key), row, earlier.get(row.key) ?? null)),
      cells(t('kpis:total'), result, before?.value ?? null),
    ],
  };
}

/** The crossing as a table. @param columnName of what is across. */
export function crossingTable(
  { result }: KpiDetail,
  crossing: KpiCrossing,
  { dimension, t, nameOf, columnName }: Words & { columnName(key: string): string },
): FigureTable {
  const inUnit = (heading: string) => ({ heading, format: cellFormatOf[result.unit] });
  return {
    columns: [
      { heading: dimension, format: 'general' },
      ...crossing.columns.map(({ key }) => inUnit(columnName(key))),
      inUnit(t('kpis:total')),
    ],
    rows: [
      ...largestFirst(crossing.rows).map((row) => [
        nameOf(row.key),
        ...crossing.columns.map((_, index) => row.cells[index]?.value ?? null),
        row.value,
      ]),
      [t('kpis:total'), ...crossing.columns.map(({ value }) => value), crossing.total.value],
    ],
  };
}
