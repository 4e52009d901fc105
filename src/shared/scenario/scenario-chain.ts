import { QuotabenchError } from '../model/error';
import type { Adjustment, Scenario } from './scenario';

/**
 * The adjustments of a scenario after those of the scenarios that it starts from.
 * @throws QuotabenchError `scenarioMissing` for a base that is not there, `scenarioCycle` for one that starts from itself.
 */
export function adjustmentsOf(scenario: Scenario, stored: readonly Scenario[]): readonly Adjustment[] {
  const chain: Scenario[] = [scenario];
  for (let base = scenario.base; base !== null; base = chain[0]?.base ?? null) {
    if (chain.some(({ name }) => name === base))
      throw new QuotabenchError('scenarioCycle', { name: scenario.name });
    const found = stored.find(({ name }) => name === base);
    if (!found) throw new QuotabenchError('scenarioMissing', { name: base });
    chain.unshift(found);
  }
  return chain.flatMap(({ adjustments }) => adjustments);
}
