import type { KpiCatalogue } from '../catalogue';
import type { KpiDeclaration } from '../formula';
import { compileOwnKpi } from './compile-own-kpi';
import { isKpiMeasure, type OwnKpi } from './own-kpi';

/**
 * The KPIs of a workspace: the built-in ones, then its own in the order in which they were defined. One that cannot be reckoned, as a
 * newer version may have defined it, is left out, and so are those that build on it.
 */
export function catalogueWith(builtIn: KpiCatalogue, own: readonly OwnKpi[]): KpiCatalogue {
  const found = new Map<string, KpiDeclaration>();
  for (let before = -1; found.size > before; ) {
    before = found.size;
    const known = [...builtIn, ...found.values()];
    for (const definition of own) {
      if (found.has(definition.id)) continue;
      const compiled = compileOwnKpi(definition, known);
      if (compiled.ok) found.set(definition.id, compiled.kpi);
    }
  }
  return [...builtIn, ...own.flatMap(({ id }) => found.get(id) ?? [])];
}

/** Ids of the own KPIs that build on one, directly or through others. */
export function builtOn(id: string, own: readonly OwnKpi[]): readonly string[] {
  const found = new Set<string>();
  for (let before = -1; found.size > before; ) {
    before = found.size;
    for (const definition of own) {
      const bases = Object.values(definition.measures).flatMap((measure) =>
        isKpiMeasure(measure) ? [measure.kpi] : [],
      );
      if (bases.some((base) => base === id || found.has(base))) found.add(definition.id);
    }
  }
  return [...found];
}
