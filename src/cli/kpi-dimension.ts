import { type KpiDimension, kpiDimensions } from '@shared/kpi/declaration';
import { BadArgument } from './command';

/** @throws BadArgument */
export function kpiDimensionOf(text: string): KpiDimension {
  const found = kpiDimensions.find((dimension) => dimension === text.replace('-', '_'));
  if (found) return found;
  throw new BadArgument(`--by takes one of ${kpiDimensions.join(', ')}, not ${text}.`);
}
