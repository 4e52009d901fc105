import english from '../language/en/kpis.json';
import norwegian from '../language/nb/kpis.json';

const catalogues: readonly Readonly<Record<string, string>>[] = [english, norwegian];

/** The KPI's English name, for output that has one language; the id where it has no name. */
export function kpiName(id: string): string {
  return catalogues[0]?.[`${id}.name`] ?? id;
}

/** Whether text that a person wrote means the KPI: its id or its name in either language. */
export function meansKpi(text: string, id: string): boolean {
  const written = text.trim().toLowerCase();
  return [id, ...catalogues.map((catalogue) => catalogue[`${id}.name`])].some(
    (name) => name?.toLowerCase() === written,
  );
}
