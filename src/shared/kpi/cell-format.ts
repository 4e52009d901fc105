import type { CellFormat, TableCell } from '../model/table-cell';
import type { KpiUnit } from './declaration';

/** How the values of a KPI stand in the cells of a table. */
export const cellFormatOf: Readonly<Record<KpiUnit, CellFormat>> = {
  money: 'money',
  percent: 'percent',
  number: 'general',
  days: 'decimal',
  index: 'decimal',
  ratio: 'money',
  elasticity: 'money',
  money_per_day: 'money',
};

/** A value of a KPI as a cell of a table. */
export function kpiCell(value: number | null, unit: KpiUnit): TableCell {
  return { value, format: cellFormatOf[unit] };
}
