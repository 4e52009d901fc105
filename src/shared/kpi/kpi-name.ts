import english from '../language/en/kpis.json';
import norwegian from '../language/nb/kpis.json';
import type { KpiDeclaration } from './formula';

const catalogues: readonly Readonly<Record<string, string>>[] = [english, norwegian];

type NamedKpi = Pick<KpiDeclaration, 'id' | 'own'>;

/** The KPI's English name, for output that has one language; its own name where the workspace brings it. */
export function kpiName({ id, own }: NamedKpi): string {
  return own?.name ?? catalogues[0]?.[`${id}.name`] ?? id;
}

/** Whether text that a person wrote means the KPI: its id or its name in either language. */
export function meansKpi(text: string, { id, own }: NamedKpi): boolean {
  const written = text.trim().toLowerCase();
  return [id, own?.name, ...catalogues.map((catalogue) => catalogue[`${id}.name`])].some(
    (name) => name?.toLowerCase() === written,
  );
}
