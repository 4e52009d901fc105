import type { BrokenKpi } from '@shared/ipc/kpi';
import { builtInKpis } from '@shared/kpi/catalogue';
import { compileOwnKpi } from '@shared/kpi/own/compile-own-kpi';
import { catalogueWith } from '@shared/kpi/own/own-catalogue';
import { type OwnKpi, ownKpiSchema } from '@shared/kpi/own/own-kpi';
import type { ErrorDescription } from '@shared/model/error';
import { z } from 'zod';
import type { Connection } from '../connection';

/** Of a definition that another version wrote, as much as can be told. */
const namedSchema = z.object({ name: z.string() });

/**
 * The definitions that a workspace has and that are no KPIs of it, each with why: it builds on a KPI that is gone, or it was written
 * by a version that knows more than this one.
 */
export function readBrokenKpis(connection: Connection): readonly BrokenKpi[] {
  const stored = connection
    .rows('SELECT kpi, definition FROM own_kpi ORDER BY id')
    .map(({ kpi, definition }) => ({ id: String(kpi), ...readDefinition(String(definition)) }));
  const own = stored.flatMap(({ definition }) => (definition ? [definition] : []));
  const catalogue = catalogueWith(builtInKpis, own);
  return stored.flatMap(({ id, name, definition, error }): BrokenKpi[] => {
    if (definition === null) return [{ id, name: name ?? id, isReadable: false, error }];
    if (catalogue.some((kpi) => kpi.id === definition.id)) return [];
    const compiled = compileOwnKpi(definition, catalogue);
    const [problem] = compiled.ok ? [] : compiled.problems;
    if (problem === undefined) return [];
    const reason = withoutCatalogue(problem.error, own);
    return [{ id: definition.id, name: definition.name, isReadable: true, error: reason }];
  });
}

type Reading =
  | { readonly definition: OwnKpi; readonly name: string; readonly error: null }
  | { readonly definition: null; readonly name: string | null; readonly error: ErrorDescription };

function readDefinition(text: string): Reading {
  const json: unknown = JSON.parse(text);
  const { success, data, error } = ownKpiSchema.safeParse(json);
  if (success) return { definition: data, name: data.name, error: null };
  const field = error.issues[0]?.path.join('.') ?? '';
  const name = namedSchema.safeParse(json).data?.name ?? null;
  return { definition: null, name, error: { code: 'ownKpiUnreadable', parameters: { field } } };
}

/** What it builds on is named, and not all that it could build on. */
function withoutCatalogue(error: ErrorDescription, own: readonly OwnKpi[]): ErrorDescription {
  if (error.code !== 'unknownKpi') return error;
  const kpi = String(error.parameters.kpi ?? '');
  const base = own.find(({ id }) => id === kpi);
  return base
    ? { code: 'ownKpiBaseBroken', parameters: { kpi: base.name } }
    : { code: 'ownKpiBaseGone', parameters: { kpi } };
}
