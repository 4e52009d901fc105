import type { FilterCondition } from '@shared/ipc/rows';
import { checkOwnKpi } from '@shared/kpi/own/check-own-kpi';
import type { OwnKpiProblem } from '@shared/kpi/own/compile-own-kpi';
import { isKpiMeasure, type OwnKpi, ownKpiSchema, type RowsMeasure } from '@shared/kpi/own/own-kpi';
import { type CellValue, datasets } from '@shared/model/dataset';
import { QuotabenchError } from '@shared/model/error';
import { type Renaming, renamed } from '@shared/model/renamed';
import type { ChangeRecorder } from '../change-set';
import type { Connection } from '../connection';

/** The KPIs that were defined in a workspace, in the order in which they were. */
export function readOwnKpis(connection: Connection): readonly OwnKpi[] {
  return connection.rows('SELECT definition FROM own_kpi ORDER BY id').flatMap(({ definition }) => {
    const { success, data } = ownKpiSchema.safeParse(JSON.parse(String(definition)));
    return success ? [data] : [];
  });
}

/**
 * Stores a definition: in place of the KPI `replaces`, which keeps its id, or as a new one.
 * @throws QuotabenchError the first of the problems of `checkOwnKpi`; `ownKpiMissing` where there is nothing to replace.
 */
export function writeOwnKpi(
  connection: Connection,
  recorder: ChangeRecorder,
  definition: OwnKpi,
  replaces: string | null,
): OwnKpi {
  const kept = replaces === null ? definition : { ...definition, id: replaces };
  const { problems } = checkOwnKpi(kept, readOwnKpis(connection), { replaces });
  if (problems.length > 0) throw refusal(problems);
  const stored = JSON.stringify(kept);
  if (replaces === null) recorder.insert('own_kpi', { kpi: kept.id, definition: stored });
  else recorder.update('own_kpi', rowOfOwnKpi(connection, replaces), { definition: stored });
  return kept;
}

/** The problem that a sentence is said about; what keeps a measure from being read comes before what that does to the formula. */
function refusal([first]: readonly OwnKpiProblem[]): QuotabenchError {
  return new QuotabenchError(first?.error.code ?? 'unexpected', first?.error.parameters ?? {});
}

/** @throws QuotabenchError `ownKpiMissing`. */
export function rowOfOwnKpi(connection: Connection, id: string): number {
  const row = connection.first('SELECT id FROM own_kpi WHERE kpi = ?', [id]);
  if (row === null) throw new QuotabenchError('ownKpiMissing', { id });
  return Number(row.id);
}

/** Conditions that name a rep, product or customer follow it to a new name. */
export function renameInOwnKpis(connection: Connection, recorder: ChangeRecorder, renaming: Renaming): void {
  for (const kpi of readOwnKpis(connection)) {
    const measures = Object.entries(kpi.measures).map(([name, measure]) => [
      name,
      isKpiMeasure(measure) ? measure : renamedMeasure(measure, renaming),
    ]);
    const definition = JSON.stringify({ ...kpi, measures: Object.fromEntries(measures) });
    if (definition !== JSON.stringify(kpi))
      recorder.update('own_kpi', rowOfOwnKpi(connection, kpi.id), { definition });
  }
}

function renamedMeasure(measure: RowsMeasure, { entity, before, after }: Renaming): RowsMeasure {
  if (measure.where === undefined) return measure;
  const naming = new Set(
    datasets[measure.dataset].fields.flatMap(({ id, type }) =>
      (type.kind === 'reference' && type.entity === entity) || (measure.dataset === entity && id === 'name')
        ? [id]
        : [],
    ),
  );
  const follow = (condition: FilterCondition): FilterCondition =>
    naming.has(condition.field)
      ? { ...condition, values: renamed<CellValue>(condition.values, { before, after }) }
      : condition;
  const where = measure.where.map((one) => (Array.isArray(one) ? one.map(follow) : follow(one)));
  return { ...measure, where };
}
