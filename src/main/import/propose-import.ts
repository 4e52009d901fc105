import type { ColumnMapping, Inspection, SourceSelection } from '@shared/ipc/import';
import { type JobControl, unattended } from '@shared/ipc/operation';
import { QuotabenchError } from '@shared/model/error';
import type { WorkspaceSession } from '../workspace/workspace-session';
import { normalizedHeading } from './heading-names';
import { inspectSource } from './inspect-source';
import { type OwnTemplate, ownTemplates } from './mapping-templates';
import { type ProgramTemplate, programTemplates, recognisedProgram } from './program-templates';
import { asBefore } from './remembered-mapping';

/**
 * Proposes how to import a file. A template that is chosen decides; without one, the workspace's own template whose headings the
 * table has, else where an earlier import with the very headings went, else what the headings and values tell, which may be
 * known as a program's export. A dataset that is chosen is not overruled.
 * @throws QuotabenchError those of `inspectSource`, `templateMissing`.
 */
export async function proposeImport(
  session: WorkspaceSession,
  selection: SourceSelection,
  job: JobControl = unattended,
): Promise<Inspection> {
  const { template } = selection;
  const own = ownTemplates(session);
  if (typeof template === 'string') return byChosen(own, template, selection, job);
  const found = await inspectSource(selection, job);
  if (template === null) return found;
  if (selection.dataset === undefined) {
    const recognised = recognisedOwn(own, found);
    if (recognised !== null) return byOwn(recognised, { ...selection, sheet: found.sheet }, job);
    const remembered = await asBefore(session, selection, found, job);
    if (remembered !== null) return remembered;
  }
  const headings = found.columns.map(({ heading }) => heading);
  return withProgram(found, recognisedProgram(found.dataset, headings));
}

async function byChosen(
  own: readonly OwnTemplate[],
  id: string,
  selection: SourceSelection,
  job: JobControl,
): Promise<Inspection> {
  const chosen = own.find((template) => template.id === id);
  if (chosen) return byOwn(chosen, selection, job);
  const program = programTemplates.find((template) => template.id === id);
  if (program) return byProgram(program, selection, job);
  throw new QuotabenchError('templateMissing');
}

/** Of several whose mapped headings are all there, the one with the most of them. */
function recognisedOwn(own: readonly OwnTemplate[], { columns }: Inspection): OwnTemplate | null {
  const there = new Set(columns.map(({ heading }) => normalizedHeading(heading)));
  const mappedOf = ({ columns: mapped }: OwnTemplate) =>
    mapped.filter(({ field, included }) => field !== null && included);
  const suited = own
    .filter((template) => {
      const mapped = mappedOf(template);
      return mapped.length > 0 && mapped.every(({ heading }) => there.has(normalizedHeading(heading)));
    })
    .sort((one, other) => mappedOf(other).length - mappedOf(one).length);
  return suited[0] ?? null;
}

/** Columns go where the template has those of their heading go; those that it does not know become extra columns. */
async function byOwn(
  template: OwnTemplate,
  selection: SourceSelection,
  job: JobControl,
): Promise<Inspection> {
  const { id, name, dataset, key, dateOrder } = template;
  const found = await inspectSource(
    { ...selection, dataset, dateOrder: selection.dateOrder ?? dateOrder ?? undefined },
    job,
  );
  const waiting = [...template.columns];
  const columns = found.columns.map((column) => {
    const place = waiting.findIndex(({ heading }) => isSameHeading(heading, column.heading));
    const [known] = place < 0 ? [] : waiting.splice(place, 1);
    if (known === undefined) return { ...column, field: null, confidence: 0 };
    const { field, included, type } = known;
    return { ...column, field, included, type, confidence: 1 };
  });
  const fields = fieldsOf(columns);
  return {
    ...found,
    template: { id, name, dataset, builtIn: false },
    columns,
    // What the template settles is not asked again.
    dateOrderAmbiguous: found.dateOrderAmbiguous && selection.dateOrder === undefined && dateOrder === null,
    suggestedKey: key.filter((field) => fields.has(field)),
    notes: [...found.notes, { code: 'noteTemplate', parameters: { name } }],
  };
}

/** Columns with the program's headings go where these belong; the others where they would go anyway, if that is still free. */
async function byProgram(
  program: ProgramTemplate,
  selection: SourceSelection,
  job: JobControl,
): Promise<Inspection> {
  const found = await inspectSource({ ...selection, dataset: program.dataset }, job);
  const own = found.columns.map(({ heading }) => program.fields.get(normalizedHeading(heading)) ?? null);
  const taken = new Set<string | null>(own);
  const columns = found.columns.map((column, at) => {
    const field = own[at] ?? null;
    if (field !== null && own.indexOf(field) === at) return { ...column, field, confidence: 1 };
    return column.field !== null && taken.has(column.field)
      ? { ...column, field: null, confidence: 0 }
      : column;
  });
  return withProgram({ ...found, columns }, program);
}

function withProgram(found: Inspection, program: ProgramTemplate | null): Inspection {
  if (program === null) return found;
  const { id, name, dataset } = program;
  return { ...found, template: { id, name, dataset, builtIn: true } };
}

function fieldsOf(columns: readonly ColumnMapping[]): ReadonlySet<string> {
  return new Set(columns.flatMap(({ field, included }) => (field !== null && included ? [field] : [])));
}

function isSameHeading(one: string, other: string): boolean {
  return (
    one === other || (normalizedHeading(one) !== '' && normalizedHeading(one) === normalizedHeading(other))
  );
}
