import type { DateRange } from '@shared/model/calendar-date';
import type { Adjustment, LeverId } from '@shared/scenario/scenario';
import type { Draft } from './whatif.store';

/** `Scenario 1`, or the first number that is free. */
export function freeName(word: string, taken: readonly string[]): string {
  for (let number = 1; ; number += 1) {
    const name = `${word} ${number}`;
    if (!taken.includes(name)) return name;
  }
}

export function newScenario(
  name: string,
  { from, to }: DateRange,
  adjustments: readonly Adjustment[],
): Draft {
  return {
    id: null,
    name,
    description: '',
    base: null,
    from,
    to,
    adjustments: [...adjustments],
    archived: false,
  };
}

/** A lever that does nothing yet. */
export function newAdjustment(lever: LeverId): Adjustment {
  return {
    id: crypto.randomUUID(),
    lever,
    where: {},
    op: 'scale',
    value: 1,
    elasticity: null,
    enabled: true,
    locked: false,
  };
}
