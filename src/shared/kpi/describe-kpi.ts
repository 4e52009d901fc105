import type { KpiDescription } from '../ipc/kpi';
import { isAdditive, type KpiDeclaration } from './formula';
import { targetHoldsForParts } from './inherited-target';

/** A declaration as it crosses borders: without what it is reckoned by. */
export function describeKpi({
  formulas,
  dimensions,
  alsoReads: _,
  own,
  ...kpi
}: KpiDeclaration): KpiDescription {
  return {
    ...kpi,
    ...(own ? { own: { ...own } } : {}),
    dimensions: [...dimensions],
    bases: formulas.flatMap(({ basis }) => basis ?? []),
    isAdditive: isAdditive({ formulas }),
    inheritsTarget: targetHoldsForParts({ unit: kpi.unit, formulas }),
  };
}
