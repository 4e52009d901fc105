import type { OneToOne } from '@shared/ipc/one-to-one';
import type { DateRange } from '@shared/model/calendar-date';
import type { ErrorDescription } from '@shared/model/error';
import { create } from 'zustand';
import { request } from '../../app/bridge';
import { describeFailure } from '../../app/failure.store';
import { newestOnly } from '../../app/newest-only';

interface Question extends DateRange {
  /** The workspace that is asked about, by its path. */
  readonly path: string;
  readonly rep: string;
}

interface OneToOneStore {
  /** The newest answer, which stays on the screen until the next; null before the first. */
  readonly answer: { readonly question: Question; readonly figures: OneToOne } | null;
  readonly problem: ErrorDescription | null;
  load(question: Question): Promise<void>;
}

export const useOneToOne = create<OneToOneStore>((set) => ({
  answer: null,
  problem: null,
  load: newestOnly(
    async (question: Question) => {
      const { rep, from, to } = question;
      return { question, figures: await request('oneToOne.read', { rep, from, to }) };
    },
    {
      answered: (answer) => set({ answer, problem: null }),
      failed: (error) => set({ problem: describeFailure(error) }),
    },
  ),
}));

/** Who was talked with last, by workspace. */
export function rememberedRep(path: string): string | null {
  return localStorage.getItem(`rep ${path}`);
}

export function rememberRep(path: string, rep: string): void {
  localStorage.setItem(`rep ${path}`, rep);
}
