import { QuotabenchError } from '@shared/model/error';
import { ScenarioEvaluator } from '@shared/scenario/evaluate-scenario';
import type { ScenarioBase } from '@shared/scenario/scenario-base';
import { simulateScenario, simulationTargets } from '@shared/scenario/simulation/simulate-scenario';
import { summarise } from '@shared/scenario/simulation/simulation-summary';
import type { SimulationNews, SimulationOrder } from './simulation-messages';

/** Runs after which the answer so far is shown: a rough one at once, and finer ones as they come. */
const shownAfter = [200, 1000, 5000];
/** How long runs are made before messages are let in, and how often progress is told, in milliseconds. */
const shift = 25;
const toldEvery = 150;

let known: { readonly base: ScenarioBase; readonly evaluator: ScenarioEvaluator } | null = null;
/** The job that is wanted; another one, or none, ends the one that is running. */
let wanted = 0;

addEventListener('message', ({ data }: MessageEvent<SimulationOrder>) => {
  switch (data.kind) {
    case 'base':
      known = { base: data.base, evaluator: new ScenarioEvaluator(data.base) };
      return;
    case 'start':
      wanted = data.job;
      void run(data);
      return;
    case 'stop':
      wanted = 0;
  }
});

async function run(order: Extract<SimulationOrder, { kind: 'start' }>): Promise<void> {
  const { job, adjustments, uncertainty, runs, seed } = order;
  if (known === null) return;
  const { base, evaluator } = known;
  try {
    const simulation = simulateScenario(evaluator, adjustments, uncertainty, { runs, seed });
    const targets = simulationTargets(base.values);
    let nextTold = 0;
    for (const goal of [...shownAfter.filter((count) => count < runs), runs]) {
      while (simulation.done < goal) {
        const end = performance.now() + shift;
        while (simulation.done < goal && performance.now() < end) simulation.advance(1);
        if (end > nextTold) {
          tell({ kind: 'progress', job, done: simulation.done });
          nextTold = end + toldEvery;
        }
        await letMessagesIn();
        if (wanted !== job) return;
      }
      tell({ kind: 'progress', job, done: simulation.done });
      tell({ kind: 'summary', job, summary: summarise(simulation, targets) });
    }
  } catch (error) {
    if (!(error instanceof QuotabenchError)) throw error;
    tell({ kind: 'failed', job, error: error.describe() });
  }
}

function tell(news: SimulationNews): void {
  postMessage(news);
}

function letMessagesIn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
