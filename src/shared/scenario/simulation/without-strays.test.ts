import { describe, expect, it } from 'vitest';
import { scenarioSchema } from '../scenario';
import { withoutStrays } from './without-strays';

describe('a scenario whose lever is removed', () => {
  it('forgets how sure that lever was, and what hung together with it', () => {
    const scenario = scenarioSchema.parse({
      name: 'S',
      from: '2026-01-01',
      to: '2026-12-31',
      adjustments: [{ id: 'a', lever: 'volume', op: 'scale', value: 1 }],
      uncertainty: [
        { adjustment: 'a', distribution: 'normal', mean: 1, sd: 0.1 },
        { adjustment: 'gone', distribution: 'normal', mean: 1, sd: 0.1 },
      ],
      correlations: [{ between: ['a.value', 'gone.value'], value: 0.5 }],
    });
    const kept = withoutStrays(scenario);
    expect(kept.uncertainty).toEqual(scenario.uncertainty?.slice(0, 1));
    expect(kept.correlations).toEqual([]);
    const { uncertainty: _, correlations: __, ...sure } = scenario;
    expect(withoutStrays(sure)).toEqual(sure);
  });
});
