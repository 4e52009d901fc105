import type { ErrorCode, ErrorParameters } from '../../model/error';
import { builtInKpis, type KpiCatalogue } from '../catalogue';
import type { KpiDeclaration } from '../formula';
import { meansKpi } from '../kpi-name';
import { compileOwnKpi, type OwnKpiProblem } from './compile-own-kpi';
import { builtOn, catalogueWith } from './own-catalogue';
import { isKpiMeasure, type OwnKpi } from './own-kpi';

export interface CheckedKpi {
  /** Null where it cannot be reckoned. */
  readonly kpi: KpiDeclaration | null;
  /** All that keeps it from joining the workspace's KPIs. */
  readonly problems: readonly OwnKpiProblem[];
}

/**
 * Makes a declaration of a definition, and says all that keeps it from joining the workspace's KPIs.
 * @param own the workspace's definitions. One of the same id is replaced where `replaces` says so.
 */
export function checkOwnKpi(
  definition: OwnKpi,
  own: readonly OwnKpi[],
  { replaces }: { readonly replaces: string | null },
): CheckedKpi {
  const others = own.filter(({ id }) => id !== replaces);
  const dependents = replaces === null ? [] : builtOn(replaces, others);
  const known = catalogueWith(
    builtInKpis,
    others.filter(({ id }) => !dependents.includes(id)),
  );
  const problems = [...namingProblems(definition, others), ...circles(definition, replaces, dependents)];
  const compiled = compileOwnKpi(definition, known);
  if (!compiled.ok) return { kpi: null, problems: [...problems, ...compiled.problems] };
  const broken = brokenBy(definition, others, dependents);
  if (broken.length > 0) problems.push(problem('unit', 'ownKpiBreaks', { kpis: broken.join(', ') }));
  return { kpi: compiled.kpi, problems };
}

function namingProblems({ id, name }: OwnKpi, others: readonly OwnKpi[]): OwnKpiProblem[] {
  const problems: OwnKpiProblem[] = [];
  if (builtInKpis.some((kpi) => kpi.id === id)) problems.push(problem('id', 'ownKpiBuiltIn', { id }));
  else if (others.some((other) => other.id === id)) problems.push(problem('id', 'ownKpiIdTaken', { id }));
  const named: KpiCatalogue = builtInKpis;
  const taken =
    named.some((kpi) => meansKpi(name, kpi)) ||
    others.some((other) => other.name.trim().toLowerCase() === name.trim().toLowerCase());
  if (taken) problems.push(problem('name', 'ownKpiNameTaken', { name }));
  return problems;
}

function circles(
  { id, measures }: OwnKpi,
  replaces: string | null,
  dependents: readonly string[],
): OwnKpiProblem[] {
  return Object.entries(measures).flatMap(([name, measure]) => {
    if (!isKpiMeasure(measure)) return [];
    const turnsBack = measure.kpi === id || measure.kpi === replaces || dependents.includes(measure.kpi);
    return turnsBack ? [{ ...problem('measures', 'ownKpiCircle', { id }), measure: name }] : [];
  });
}

/** Those that build on the KPI and can no longer be reckoned when it is as defined. */
function brokenBy(
  definition: OwnKpi,
  others: readonly OwnKpi[],
  dependents: readonly string[],
): readonly string[] {
  if (dependents.length === 0) return [];
  const after = catalogueWith(builtInKpis, [...others, definition]);
  return dependents.filter((id) => !after.some((kpi) => kpi.id === id));
}

function problem(part: OwnKpiProblem['part'], code: ErrorCode, parameters: ErrorParameters): OwnKpiProblem {
  return { part, error: { code, parameters } };
}
