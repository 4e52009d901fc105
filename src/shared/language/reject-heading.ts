import type { Language } from '../ipc/workspace';
import english from './en/fields.json';
import norwegian from './nb/fields.json';

const catalogues = { en: english, nb: norwegian };

/** What a sheet of rejected rows calls itself, and the columns that it adds to those of the file. */
export function rejectHeading(part: 'sheet' | 'row' | 'reason', language: Language): string {
  return catalogues[language][`reject.${part}`];
}

/** Whether a heading is one that a sheet of rejected rows adds: what is below it is no data. */
export function isRejectHeading(heading: string): boolean {
  return Object.values(catalogues).some((catalogue) =>
    [catalogue['reject.row'], catalogue['reject.reason']].includes(heading),
  );
}
