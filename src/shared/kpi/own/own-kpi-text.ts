import { QuotabenchError } from '../../model/error';
import { type OwnKpi, ownKpiSchema } from './own-kpi';

/** A definition as text that people read, copy and edit: JSON, a line for each part. */
export function ownKpiText(definition: OwnKpi): string {
  const { id, name, description, category, unit, direction, measures, formula } = definition;
  const ordered = { id, name, description, category, unit, direction, measures, formula };
  return `${JSON.stringify(ordered, null, 2)}\n`;
}

/** Several definitions in one document. */
export function ownKpisText(definitions: readonly OwnKpi[]): string {
  return `${JSON.stringify({ kpis: definitions }, null, 2)}\n`;
}

/**
 * Reads definitions from text: one, or a document with several under `kpis`.
 * @throws QuotabenchError `ownKpiNotJson` with line and column; `ownKpiText` with the part that is at fault.
 */
export function readOwnKpisText(text: string): readonly OwnKpi[] {
  const parsed = parsedText(text);
  const several = typeof parsed === 'object' && parsed !== null && 'kpis' in parsed ? parsed.kpis : null;
  if (!Array.isArray(several)) return [definitionOf(parsed, '')];
  return several.map((one, index) => definitionOf(one, `kpis.${index}.`));
}

function definitionOf(parsed: unknown, within: string): OwnKpi {
  const { success, data, error } = ownKpiSchema.safeParse(parsed);
  if (success) return data;
  const [issue] = error.issues;
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const path = [...(issue?.path ?? []), ...unknown].join('.');
  throw new QuotabenchError('ownKpiText', { field: `${within}${path || 'id'}` });
}

function parsedText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new QuotabenchError('ownKpiNotJson', placeOf(error, text));
  }
}

/** Line and column, counted from 1, of where the text stops being JSON. */
function placeOf(error: unknown, text: string): { readonly line: number; readonly column: number } {
  const [, position] = /position (\d+)/.exec(error instanceof Error ? error.message : '') ?? [];
  const before = text.slice(0, position === undefined ? text.length : Number(position)).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
