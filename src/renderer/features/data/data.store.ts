import type { CellProblem, Column, Row } from '@shared/ipc/rows';
import type { CellValue, DatasetId } from '@shared/model/dataset';
import { create } from 'zustand';
import { request } from '../../app/bridge';
import { attempt } from '../../app/failure.store';
import type { ShownRows } from '../../app/shown-rows.store';
import type { CellEdit } from '../../components/cell-range';

export type RowQuestion = Omit<ShownRows, 'total'>;

interface DataState {
  /** Of the dataset that is shown; null while they are read. */
  readonly columns: readonly Column[] | null;
  /** What was refused in the last edit. */
  readonly problems: readonly CellProblem[];
  loadColumns(dataset: DatasetId): Promise<void>;
  clearProblems(): void;
}

export const useData = create<DataState>((set, get) => ({
  columns: null,
  problems: [],
  loadColumns: async (dataset) => {
    const reply = await attempt(request('rows.columns', { dataset }));
    const columns = reply?.columns ?? null;
    // The grid is not told of columns that are what they were: it would make an editor that is open anew.
    if (JSON.stringify(columns) !== JSON.stringify(get().columns)) set({ columns });
  },
  clearProblems: () => set({ problems: [] }),
}));

/** A window of rows, and how many there are in all. Fails with what the main process failed with. */
export function readWindow(question: RowQuestion, offset: number, limit: number) {
  return request('rows.window', { ...question, sort: [...question.sort], offset, limit });
}

const chunk = 5000;

/** Rows `from` (inclusive) to `to` (exclusive) of what a question finds. */
export async function readRows(question: RowQuestion, from: number, to: number): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (let offset = from; offset < to; offset += chunk) {
    rows.push(...(await readWindow(question, offset, Math.min(chunk, to - offset))).rows);
  }
  return rows;
}

/** Changes cells and adds rows as one step; what is refused is kept as problems. Gives how many cells were written. */
export async function editCells(
  dataset: DatasetId,
  locale: string,
  edits: readonly CellEdit[],
  inserts: readonly Readonly<Record<string, CellValue>>[] = [],
): Promise<readonly CellProblem[]> {
  const reply = await attempt(
    request('rows.edit', { dataset, locale, edits: [...edits], inserts: [...inserts] }),
  );
  const problems = reply?.problems ?? [];
  useData.setState({ problems });
  return problems;
}

export async function deleteRows(dataset: DatasetId, ids: readonly number[]): Promise<boolean> {
  return (await attempt(request('rows.delete', { dataset, ids: [...ids] }))) !== null;
}

/** Names that a cell may take: those of the column so far, or those of the rows that it may name. */
export async function suggestValues(dataset: DatasetId, column: Column): Promise<readonly string[]> {
  const asked =
    column.type.kind === 'reference'
      ? { dataset: column.type.entity, field: 'name', limit: 2000 }
      : { dataset, field: column.id, limit: 200 };
  const reply = await attempt(request('rows.distinct', asked));
  return (reply?.values ?? []).flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
}
