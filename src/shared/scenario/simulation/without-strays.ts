import type { Scenario } from '../scenario';
import { uncertaintyKey } from './uncertainty';

/** A scenario without what is said of adjustments that it no longer has: how sure they are, and how they hang together. */
export function withoutStrays<Kept extends Pick<Scenario, 'adjustments' | 'uncertainty' | 'correlations'>>(
  scenario: Kept,
): Kept {
  const { adjustments, uncertainty, correlations } = scenario;
  if (uncertainty === undefined && correlations === undefined) return scenario;
  const ids = new Set(adjustments.map(({ id }) => id));
  const known = (uncertainty ?? []).filter(({ adjustment }) => ids.has(adjustment));
  const keys = new Set(known.map(uncertaintyKey));
  const between = (correlations ?? []).filter((pair) => pair.between.every((key) => keys.has(key)));
  return { ...scenario, uncertainty: known, correlations: between };
}
