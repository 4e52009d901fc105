import { type DatasetId, isDatasetId } from '@shared/model/dataset';
import { normalizedHeading, programHeadings } from './heading-names';

/** What a program calls the columns of one of its exports. */
export interface ProgramTemplate {
  /** `salesforce:opportunities`. */
  readonly id: string;
  readonly name: string;
  readonly dataset: DatasetId;
  /** Field by heading in `normalizedHeading`'s form. */
  readonly fields: ReadonlyMap<string, string>;
}

export const programTemplates: readonly ProgramTemplate[] = programHeadings.flatMap(({ name, headings }) =>
  Object.entries(headings).flatMap(([dataset, fields]): ProgramTemplate[] => {
    if (!isDatasetId(dataset) || fields === undefined) return [];
    const id = `${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}:${dataset}`;
    const named = Object.entries(fields).flatMap(([field, names = []]) =>
      names.map((heading) => [heading, field] as const),
    );
    return [{ id, name, dataset, fields: new Map(named) }];
  }),
);

const leastMatches = 3;

/**
 * The program whose export a table is by its headings; null where none or several may be. Headings that all programs have in common
 * tell nothing: at least one must be this program's alone.
 */
export function recognisedProgram(dataset: DatasetId, headings: readonly string[]): ProgramTemplate | null {
  const written = headings.map(normalizedHeading).filter((heading) => heading !== '');
  const ofDataset = programTemplates.filter((template) => template.dataset === dataset);
  const ranked = ofDataset
    .map((template) => {
      const known = written.filter((heading) => template.fields.has(heading));
      const own = known.filter(
        (heading) => !ofDataset.some((other) => other !== template && other.fields.has(heading)),
      );
      return { template, known: known.length, own: own.length };
    })
    .filter(({ known, own }) => known >= leastMatches && own > 0)
    .sort((one, other) => other.own - one.own || other.known - one.known);
  const [first, second] = ranked;
  if (first === undefined) return null;
  const isTie = second !== undefined && second.own === first.own && second.known === first.known;
  return isTie ? null : first.template;
}
