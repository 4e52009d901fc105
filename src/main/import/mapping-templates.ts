import {
  type ColumnMapping,
  columnMappingSchema,
  dateOrders,
  type ImportTemplate,
  type NewTemplate,
} from '@shared/ipc/import';
import { type DatasetId, isDatasetId } from '@shared/model/dataset';
import { QuotabenchError } from '@shared/model/error';
import { z } from 'zod';
import type { WorkspaceSession } from '../workspace/workspace-session';
import { programTemplates } from './program-templates';

const definitionSchema = z.object({
  columns: z.array(columnMappingSchema),
  key: z.array(z.string()),
  dateOrder: z.enum(dateOrders).nullable(),
});

/** A mapping that a person has given a name. */
export interface OwnTemplate extends z.infer<typeof definitionSchema> {
  /** `own:3`. */
  readonly id: string;
  readonly name: string;
  readonly dataset: DatasetId;
}

const ownPrefix = 'own:';

/** The workspace's own templates by name, then those of known programs. */
export function listTemplates(session: WorkspaceSession): ImportTemplate[] {
  const told = (
    { id, name, dataset }: Omit<ImportTemplate, 'builtIn'>,
    builtIn: boolean,
  ): ImportTemplate => ({
    id,
    name,
    dataset,
    builtIn,
  });
  return [
    ...ownTemplates(session).map((template) => told(template, false)),
    ...programTemplates.map((template) => told(template, true)),
  ];
}

export function ownTemplates({ connection }: WorkspaceSession): readonly OwnTemplate[] {
  return connection
    .rows('SELECT id, name, dataset, definition FROM import_template ORDER BY text_key(name)')
    .flatMap(({ id, name, dataset, definition }) => {
      const read = definitionSchema.safeParse(JSON.parse(String(definition)));
      if (!read.success || !isDatasetId(String(dataset))) return [];
      return [
        { ...read.data, id: `${ownPrefix}${id}`, name: String(name), dataset: String(dataset) as DatasetId },
      ];
    });
}

/**
 * Keeps a mapping under a name, in place of one of the same name.
 * @throws QuotabenchError `templateNameEmpty`.
 */
export function saveTemplate(
  session: WorkspaceSession,
  { name, dataset, columns, key, dateOrder }: NewTemplate,
): ImportTemplate {
  const title = titleOf(name);
  const values = {
    name: title,
    dataset,
    definition: JSON.stringify({ columns: columns.map(bare), key, dateOrder }),
  };
  const known = session.connection.first('SELECT id FROM import_template WHERE name = ?', [title]);
  const id = session.change({ code: 'saveTemplate', parameters: { name: title } }, (recorder) => {
    if (known === null) return recorder.insert('import_template', values);
    recorder.update('import_template', known.id ?? null, values);
    return Number(known.id);
  });
  return { id: `${ownPrefix}${id}`, name: title, dataset, builtIn: false };
}

/** @throws QuotabenchError `templateNameEmpty`, `templateNameTaken`, `templateMissing`. */
export function renameTemplate(session: WorkspaceSession, id: string, name: string): void {
  const title = titleOf(name);
  const key = keyOf(session, id);
  const taken = session.connection.first('SELECT id FROM import_template WHERE name = ? AND id <> ?', [
    title,
    key,
  ]);
  if (taken !== null) throw new QuotabenchError('templateNameTaken', { name: title });
  session.change({ code: 'renameTemplate', parameters: { name: title } }, (recorder) =>
    recorder.update('import_template', key, { name: title }),
  );
}

/** @throws QuotabenchError `templateMissing`. */
export function removeTemplate(session: WorkspaceSession, id: string): void {
  const key = keyOf(session, id);
  const name = String(session.connection.first('SELECT name FROM import_template WHERE id = ?', [key])?.name);
  session.change({ code: 'removeTemplate', parameters: { name } }, (recorder) =>
    recorder.remove('import_template', key),
  );
}

function keyOf({ connection }: WorkspaceSession, id: string): number {
  const key = id.startsWith(ownPrefix) ? Number(id.slice(ownPrefix.length)) : 0;
  if (connection.first('SELECT id FROM import_template WHERE id = ?', [key]) === null)
    throw new QuotabenchError('templateMissing');
  return key;
}

function titleOf(name: string): string {
  const title = name.trim().replace(/\s+/g, ' ');
  if (title === '') throw new QuotabenchError('templateNameEmpty');
  return title;
}

/** Without what an inspection may have told of a column besides. */
function bare({ index, heading, field, included, type }: ColumnMapping): ColumnMapping {
  return { index, heading, field, included, type };
}
