import { QuotabenchError } from '../model/error';
import type { Adjustment, Scenario } from './scenario';
import type { Correlation, Uncertainty } from './simulation/uncertainty';

/** Whether a scenario starts, at whatever remove, from the one of a name. */
export function startsFrom(scenario: Scenario, name: string, stored: readonly Scenario[]): boolean {
  const seen = new Set<string>();
  for (let base = scenario.base; base !== null && !seen.has(base); ) {
    if (base === name) return true;
    seen.add(base);
    const own = base;
    base = stored.find((candidate) => candidate.name === own)?.base ?? null;
  }
  return false;
}

/**
 * The adjustments of a scenario after those of the scenarios that it starts from.
 * @throws QuotabenchError `scenarioMissing` for a base that is not there, `scenarioCycle` for one that starts from itself.
 */
export function adjustmentsOf(scenario: Scenario, stored: readonly Scenario[]): readonly Adjustment[] {
  return chainOf(scenario, stored).flatMap(({ adjustments }) => adjustments);
}

/** What is unsure in a scenario. */
export interface ScenarioUncertainty {
  readonly uncertainties: readonly Uncertainty[];
  readonly correlations: readonly Correlation[];
}

/**
 * What is unsure in a scenario, after what is unsure in those that it starts from.
 * @throws QuotabenchError `scenarioMissing`, `scenarioCycle`.
 */
export function uncertaintyOf(scenario: Scenario, stored: readonly Scenario[]): ScenarioUncertainty {
  const chain = chainOf(scenario, stored);
  return {
    uncertainties: chain.flatMap(({ uncertainty }) => uncertainty ?? []),
    correlations: chain.flatMap(({ correlations }) => correlations ?? []),
  };
}

/** The scenario after those that it starts from. */
function chainOf(scenario: Scenario, stored: readonly Scenario[]): readonly Scenario[] {
  const chain: Scenario[] = [scenario];
  for (let base = scenario.base; base !== null; base = chain[0]?.base ?? null) {
    if (chain.some(({ name }) => name === base))
      throw new QuotabenchError('scenarioCycle', { name: scenario.name });
    const found = stored.find(({ name }) => name === base);
    if (!found) throw new QuotabenchError('scenarioMissing', { name: base });
    chain.unshift(found);
  }
  return chain;
}
