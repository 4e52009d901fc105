import type {
  CellPlace,
  ColumnMapping,
  ImportBatch,
  ImportPlan,
  ImportPreview,
  ImportTemplate,
  Inspection,
  SourceSelection,
} from '@shared/ipc/import';
import type { ErrorDescription } from '@shared/model/error';
import { create } from 'zustand';
import { request } from '../../app/bridge';
import { describeFailure } from '../../app/failure.store';
import { runJob } from '../../app/progress.store';
import { defaultPlan } from './import-plan';

/** Where the import of one spreadsheet stands. */
export type ImportStage =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly job: string | null; readonly path: string }
  /** The file as a whole could not be read. */
  | { readonly kind: 'refused'; readonly path: string; readonly error: ErrorDescription }
  | {
      readonly kind: 'mapping';
      readonly inspection: Inspection;
      readonly plan: ImportPlan;
      /** Null until the plan as it stands has been checked. */
      readonly preview: ImportPreview | null;
      readonly problem: ErrorDescription | null;
    }
  | {
      readonly kind: 'importing';
      readonly job: string | null;
      readonly plan: ImportPlan;
      readonly rows: number;
    }
  | {
      readonly kind: 'done';
      readonly batch: ImportBatch;
      readonly path: string;
      /** Sheets of the file that may hold more and have not been imported yet. */
      readonly otherSheets: readonly string[];
    };

interface ImportStore {
  readonly stage: ImportStage;
  /** Reads a file as far as needed to propose how to import it. */
  inspect(selection: SourceSelection): Promise<void>;
  changeColumn(index: number, change: Partial<ColumnMapping>): Promise<void>;
  changeKey(key: readonly string[]): Promise<void>;
  /** Puts a text in place of a cell that could not be read. */
  correct(place: CellPlace, text: string): Promise<void>;
  /** Notes the template that the mapping at hand is kept as; null for none. */
  name(template: ImportTemplate | null): void;
  run(): Promise<void>;
  reset(): void;
}

interface TakenSheet {
  readonly path: string;
  readonly sheet: string;
}

/** Sheets behind the one at hand: of those before it the first that is clear has been proposed. */
function othersOf({ sheets, sheet: current }: Inspection, taken: readonly TakenSheet[]): readonly string[] {
  return sheets
    .slice(sheets.findIndex(({ name }) => name === current) + 1)
    .filter(({ name, hidden, rows }) => !hidden && rows > 1 && !taken.some(({ sheet }) => sheet === name))
    .map(({ name }) => name);
}

export const useImport = create<ImportStore>((set, get) => {
  /** The sheets of the file at hand that have been imported. */
  let taken: readonly TakenSheet[] = [];
  /** Replies to what is no longer asked are dropped. */
  let turn = 0;

  const check = async (plan: ImportPlan, inspection: Inspection): Promise<void> => {
    turn += 1;
    const mine = turn;
    const earlier = get().stage;
    const preview = earlier.kind === 'mapping' ? earlier.preview : null;
    set({ stage: { kind: 'mapping', inspection, plan, preview, problem: null } });
    try {
      const checked = await runJob((job) => request('import.preview', { job, plan }));
      if (mine === turn)
        set({ stage: { kind: 'mapping', inspection, plan, preview: checked, problem: null } });
    } catch (error) {
      if (mine !== turn) return;
      set({ stage: { kind: 'mapping', inspection, plan, preview: null, problem: describeFailure(error) } });
    }
  };

  const changePlan = async (change: (plan: ImportPlan) => ImportPlan): Promise<void> => {
    const { stage } = get();
    if (stage.kind === 'mapping') await check(change(stage.plan), stage.inspection);
  };

  return {
    stage: { kind: 'idle' },
    inspect: async (selection) => {
      turn += 1;
      const mine = turn;
      const { stage } = get();
      // The same file read in another way stays where it is meanwhile, so that focus does too.
      const shown = stage.kind === 'mapping' && stage.plan.path === selection.path ? stage : null;
      try {
        const inspection = await runJob(
          (job) => request('import.inspect', { job, selection }),
          (job) =>
            set({
              stage: shown ? { ...shown, preview: null } : { kind: 'reading', job, path: selection.path },
            }),
        );
        if (mine === turn) await check(defaultPlan(selection, inspection), inspection);
      } catch (error) {
        if (mine !== turn) return;
        const problem = describeFailure(error);
        set({
          stage: shown
            ? { ...shown, preview: null, problem }
            : { kind: 'refused', path: selection.path, error: problem },
        });
      }
    },
    changeColumn: (index, change) =>
      changePlan((plan) => ({
        ...plan,
        columns: plan.columns.map((column) => {
          if (column.index === index) return { ...column, ...change };
          // A field is filled from one column.
          const taken = change.field != null && column.field === change.field;
          return taken ? { ...column, field: null } : column;
        }),
      })),
    changeKey: (key) => changePlan((plan) => ({ ...plan, key: [...key] })),
    correct: (place, text) =>
      changePlan(({ corrections = [], ...plan }) => ({
        ...plan,
        corrections: [
          ...corrections.filter(({ row, column }) => row !== place.row || column !== place.column),
          { ...place, text },
        ],
      })),
    name: (template) => {
      const { stage } = get();
      if (stage.kind !== 'mapping') return;
      const { inspection, plan } = stage;
      set({
        stage: {
          ...stage,
          inspection: { ...inspection, template },
          plan: { ...plan, template: template?.id ?? null },
        },
      });
    },
    run: async () => {
      const { stage } = get();
      if (stage.kind !== 'mapping') return;
      const { plan, inspection } = stage;
      try {
        const { batch } = await runJob(
          (job) => request('import.run', { job, plan }),
          (job) => set({ stage: { kind: 'importing', job, plan, rows: inspection.rowCount } }),
        );
        taken = [...(taken[0]?.path === plan.path ? taken : []), { path: plan.path, sheet: plan.sheet }];
        set({ stage: { kind: 'done', batch, path: plan.path, otherSheets: othersOf(inspection, taken) } });
      } catch (error) {
        const problem = describeFailure(error);
        set({ stage: { ...stage, problem: problem.code === 'cancelled' ? null : problem } });
      }
    },
    reset: () => {
      turn += 1;
      set({ stage: { kind: 'idle' } });
    },
  };
});
