import type { Merge } from '@shared/ipc/quality';
import { columnOf, type DatasetId, datasetIds, datasets, type EntityId } from '@shared/model/dataset';
import { QuotabenchError } from '@shared/model/error';
import type { WorkspaceSession } from '../../workspace/workspace-session';
import type { ChangeRecorder } from '../change-set';
import type { Connection, SqlRow, SqlValue } from '../connection';
import { readExtraCells, writeExtraCells } from '../rows/extra-cells';
import { followName } from '../rows/follow-name';

/**
 * Merges rows as one step that can be undone. The row that is kept keeps what it holds; what it lacks is filled from the others in
 * their order, extra columns included. The others go, and whatever named them, targets, plans and scenarios included, names the one that is kept.
 * @returns how many rows went.
 * @throws QuotabenchError `rowMissing`; then nothing is changed.
 */
export function mergeRows(session: WorkspaceSession, dataset: DatasetId, merges: readonly Merge[]): number {
  const { connection } = session;
  const label = (count: number) => ({ code: 'mergeRows', parameters: { count } });
  return session.change(label, (recorder) =>
    merges.reduce((sum, merge) => sum + mergeGroup(connection, recorder, dataset, merge), 0),
  );
}

/** Merges in which the oldest row of each group stays. */
export function mergesOf(groups: readonly { readonly ids: readonly number[] }[]): readonly Merge[] {
  return groups.flatMap(({ ids: [keep, ...others] }) => (keep === undefined ? [] : [{ keep, others }]));
}

function mergeGroup(
  connection: Connection,
  recorder: ChangeRecorder,
  dataset: DatasetId,
  { keep, others }: Merge,
): number {
  const kept = rowOf(connection, dataset, keep);
  const going = [...new Set(others)].filter((id) => id !== keep).map((id) => rowOf(connection, dataset, id));
  for (const row of going) {
    follow(connection, recorder, dataset, Number(row.id), keep);
    if (isEntity(dataset)) {
      const renaming = { entity: dataset, before: String(row.name), after: String(kept.name) };
      followName(connection, recorder, renaming);
    }
    recorder.remove(dataset, row.id ?? null);
  }
  recorder.update(dataset, keep, filledFrom(dataset, kept, going));
  return going.length;
}

function rowOf(connection: Connection, dataset: DatasetId, id: number): SqlRow {
  const row = connection.first(`SELECT * FROM ${dataset} WHERE id = ?`, [id]);
  if (row === null) throw new QuotabenchError('rowMissing', { id, dataset });
  return row;
}

/** What the kept row lacks, from the first of the others that has it. */
function filledFrom(dataset: DatasetId, kept: SqlRow, others: readonly SqlRow[]): Record<string, SqlValue> {
  const filled: Record<string, SqlValue> = {};
  for (const field of datasets[dataset].fields) {
    const column = columnOf(field);
    if (!isEmpty(kept[column])) continue;
    const found = others.map((row) => row[column]).find((value) => !isEmpty(value));
    if (found !== undefined) filled[column] = found;
  }
  const extra = new Map([kept, ...others].reverse().flatMap((row) => [...readExtraCells(row.extra)]));
  filled.extra = writeExtraCells(extra);
  return filled;
}

function isEmpty(value: SqlValue | undefined): boolean {
  return value === null || value === undefined || value === '';
}

function isEntity(dataset: DatasetId): dataset is EntityId {
  return dataset === 'reps' || dataset === 'products' || dataset === 'customers';
}

/** Rows that named the one that goes name the one that stays. */
function follow(
  connection: Connection,
  recorder: ChangeRecorder,
  dataset: DatasetId,
  from: number,
  to: number,
): void {
  for (const other of datasetIds) {
    for (const field of datasets[other].fields) {
      if (field.type.kind !== 'reference' || field.type.entity !== dataset) continue;
      const column = columnOf(field);
      const naming = connection.tuples(`SELECT id FROM ${other} WHERE ${column} = ?`, [from]);
      for (const [id] of naming) recorder.update(other, id ?? null, { [column]: to });
    }
  }
}
