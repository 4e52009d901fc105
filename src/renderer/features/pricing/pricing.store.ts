import type { DateRange } from '@shared/model/calendar-date';
import type { ErrorDescription } from '@shared/model/error';
import type { PricingReport } from '@shared/pricing/pricing-report';
import { create } from 'zustand';
import { request } from '../../app/bridge';
import { attempt, describeFailure } from '../../app/failure.store';
import { newestOnly } from '../../app/newest-only';

interface Question {
  /** The workspace that is asked about, by its path. */
  readonly path: string;
  readonly range: DateRange;
}

interface PricingStore {
  /** The newest report, which stays on the screen until the next. */
  readonly answer: { readonly question: Question; readonly report: PricingReport } | null;
  readonly problem: ErrorDescription | null;
  load(question: Question): Promise<void>;
  /** Null takes the person's own figure away. */
  setElasticity(product: string, elasticity: number | null): Promise<void>;
  /** A new scenario in which one price changes; gives its id, or null where it was not made. */
  makeScenario(
    name: string,
    range: DateRange,
    change: { product: string; factor: number },
  ): Promise<number | null>;
}

export const usePricing = create<PricingStore>((set) => ({
  answer: null,
  problem: null,
  load: newestOnly(
    async (question: Question) => ({ question, report: await request('pricing.read', question.range) }),
    {
      answered: (answer) => set({ answer, problem: null }),
      failed: (error) => set({ problem: describeFailure(error) }),
    },
  ),
  setElasticity: async (product, elasticity) => {
    await attempt(request('pricing.setElasticity', { product, elasticity }));
  },
  makeScenario: async (name, { from, to }, { product, factor }) => {
    const listed = await attempt(request('scenario.list', {}));
    if (listed === null) return null;
    const taken = new Set(listed.scenarios.map((scenario) => scenario.name));
    const free = taken.has(name) ? firstFree(name, taken) : name;
    const adjustment = {
      id: crypto.randomUUID(),
      lever: 'price' as const,
      where: { product: [product] },
      op: 'scale' as const,
      value: factor,
    };
    const saved = await attempt(
      request('scenario.save', { name: free, from, to, adjustments: [adjustment] }),
    );
    return saved?.id ?? null;
  },
}));

function firstFree(name: string, taken: ReadonlySet<string>): string {
  for (let number = 2; ; number += 1) {
    if (!taken.has(`${name} (${number})`)) return `${name} (${number})`;
  }
}
