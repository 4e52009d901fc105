import type { StoredScenario } from '@shared/ipc/scenario';
import type { DateRange } from '@shared/model/calendar-date';
import { QuotabenchError } from '@shared/model/error';
import { ScenarioEvaluator, type ScenarioOutcome } from '@shared/scenario/evaluate-scenario';
import type { Adjustment } from '@shared/scenario/scenario';
import type { ScenarioBase } from '@shared/scenario/scenario-base';
import { adjustmentsOf } from '@shared/scenario/scenario-chain';
import { readScenarioText } from '@shared/scenario/scenario-text';
import { withoutStrays } from '@shared/scenario/simulation/without-strays';
import { create } from 'zustand';
import { request } from '../../app/bridge';
import { attempt, useFailures } from '../../app/failure.store';
import { freeName } from './new-scenario';

/** A scenario as it is on the screen; without an id until it has been stored. */
export type Draft = Omit<StoredScenario, 'id'> & { readonly id: number | null };

/** What of a scenario is written to the workspace. */
export interface AppliedParts {
  readonly quotas: boolean;
  readonly prices: boolean;
  /** Ids of KPIs whose outcome becomes their target. */
  readonly targets: readonly string[];
}

interface WhatIfState {
  readonly scenarios: readonly StoredScenario[];
  /** Null while nothing has been read, and where there is no scenario yet. */
  readonly draft: Draft | null;
  readonly loaded: boolean;
  /** Whether scenarios that were put away are listed too. */
  readonly showsArchived: boolean;
  /** What the scenario starts from in its period. */
  readonly base: ScenarioBase | null;
  /** Under the draft as it is now, the slider's last position included. */
  readonly outcome: ScenarioOutcome | null;
  /** What that outcome was reckoned with: the adjustments of the scenarios that the draft starts from, then its own. */
  readonly adjustments: readonly Adjustment[];
  /** Answers further questions about the same base. */
  readonly evaluator: ScenarioEvaluator | null;
  load(): Promise<void>;
  choose(id: number): Promise<void>;
  create(draft: Draft): Promise<void>;
  /** Shows a change at once; `storeSoon` keeps it. */
  change(change: Partial<Draft>): void;
  changeAdjustment(id: string, change: Partial<Adjustment>): void;
  /** Keeps the changes when they have come to rest, as one step that can be undone. */
  storeSoon(): void;
  /** Keeps them now. */
  store(): Promise<void>;
  showArchived(shown: boolean): void;
  /** Puts the scenario away, or takes it out again. */
  archive(archived: boolean): Promise<void>;
  remove(): Promise<void>;
  /** Writes it to a file that the person chooses. */
  writeFile(): Promise<void>;
  /** Stores the scenario of a file under a name that is free. */
  readFile(file: File): Promise<void>;
  /** Writes what is chosen of it to the workspace. */
  apply(parts: AppliedParts): Promise<void>;
}

/** How long a slider rests before its place is kept, in milliseconds. */
const restBeforeStoring = 500;

export const useWhatIf = create<WhatIfState>((set, get) => {
  let baseRevision = -1;
  let frame = 0;
  /** Changed since it was last stored: then what is on the screen is newer than what is read. */
  let unsaved = false;
  let saving: ReturnType<typeof setTimeout> | null = null;

  const evaluate = () => {
    const { draft, scenarios, evaluator } = get();
    if (evaluator === null || draft === null) return;
    const others = scenarios.filter(({ id }) => id !== draft.id);
    try {
      const adjustments = adjustmentsOf(draft, others);
      set({ adjustments, outcome: evaluator.evaluate(adjustments) });
    } catch (error) {
      if (!(error instanceof QuotabenchError)) throw error;
      useFailures.getState().add(error.describe());
    }
  };

  /** Once a frame, however often the slider moves. */
  const evaluateSoon = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(evaluate);
  };

  const readBase = async (range: DateRange): Promise<void> => {
    const known = get().base?.cube.range;
    const isSame = known?.from === range.from && known.to === range.to;
    const reply = await attempt(
      request('scenario.base', { ...range, known: isSame ? baseRevision : undefined }),
    );
    if (reply === null) return;
    if (reply.base !== null) {
      baseRevision = reply.revision;
      set({ base: reply.base, evaluator: new ScenarioEvaluator(reply.base) });
    }
    evaluate();
  };

  const show = async (draft: Draft | null): Promise<void> => {
    set({ draft });
    if (draft !== null) await readBase({ from: draft.from, to: draft.to });
  };

  const save = async (): Promise<void> => {
    const { draft } = get();
    if (draft === null) return;
    const { id, ...scenario } = draft;
    unsaved = false;
    const stored = await attempt(request('scenario.save', { ...scenario, id: id ?? undefined }));
    const now = get().draft;
    if (stored !== null && now !== null && now.id === id) set({ draft: { ...now, id: stored.id } });
  };

  return {
    scenarios: [],
    draft: null,
    loaded: false,
    showsArchived: false,
    base: null,
    outcome: null,
    adjustments: [],
    evaluator: null,
    load: async () => {
      const reply = await attempt(request('scenario.list', {}));
      if (reply === null) return;
      const { scenarios } = reply;
      const { draft } = get();
      set({ scenarios, loaded: true });
      const newest = unsaved
        ? draft
        : (scenarios.find(({ id }) => id === draft?.id) ??
          scenarios.find(({ archived }) => !archived) ??
          scenarios[0] ??
          null);
      await show(newest);
    },
    choose: (id) => show(get().scenarios.find((scenario) => scenario.id === id) ?? null),
    create: async (draft) => {
      await show(draft);
      await save();
    },
    change: (change) => {
      const { draft } = get();
      if (draft === null) return;
      unsaved = true;
      const changed = withoutStrays({ ...draft, ...change });
      set({ draft: changed });
      if (change.from !== undefined || change.to !== undefined)
        void readBase({ from: changed.from, to: changed.to });
      else evaluateSoon();
    },
    changeAdjustment: (id, change) => {
      const adjustments = get().draft?.adjustments.map((own) =>
        own.id === id ? { ...own, ...change } : own,
      );
      if (adjustments) get().change({ adjustments });
    },
    storeSoon: () => {
      if (saving !== null) clearTimeout(saving);
      saving = setTimeout(() => void save(), restBeforeStoring);
    },
    store: async () => {
      if (saving !== null) clearTimeout(saving);
      saving = null;
      if (unsaved) await save();
    },
    showArchived: (showsArchived) => set({ showsArchived }),
    archive: async (archived) => {
      get().change({ archived });
      await get().store();
      const { draft, scenarios, showsArchived } = get();
      if (!archived || showsArchived) return;
      const next = scenarios.find((other) => other.id !== draft?.id && !other.archived);
      if (next) await show(next);
    },
    remove: async () => {
      const { draft } = get();
      if (draft?.id == null) return;
      await attempt(request('scenario.remove', { id: draft.id }));
    },
    writeFile: async () => {
      await get().store();
      const { draft } = get();
      if (draft?.id == null) return;
      const question = {
        suggestedName: `${draft.name.replace(/[\\/:*?"<>|]/g, '-')}.json`,
        format: 'json' as const,
      };
      const answer = await attempt(request('dialog.chooseExportFile', question));
      const path = answer?.path;
      if (path != null) await attempt(request('scenario.export', { id: draft.id, path }));
    },
    readFile: async (file) => {
      await get().store();
      const { scenarios } = get();
      const names = scenarios.map(({ name }) => name);
      const read = async () => {
        const scenario = readScenarioText(await file.text(), file.name);
        if (scenario.base === null || names.includes(scenario.base)) return scenario;
        throw new QuotabenchError('scenarioMissing', { name: scenario.base });
      };
      const found = await attempt(read());
      if (found === null) return;
      const name = names.includes(found.name) ? freeName(found.name, names) : found.name;
      await get().create({ ...found, name, id: null });
    },
    apply: async (parts) => {
      await get().store();
      const id = get().draft?.id;
      if (id != null) await attempt(request('scenario.apply', { id, ...parts, targets: [...parts.targets] }));
    },
  };
});
