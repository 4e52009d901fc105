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
  const empty = { id: null, description: '', base: null, archived: false };
  return { ...empty, name, from, to, adjustments: [...adjustments] };
}

/** A lever that does nothing yet. */
export function newAdjustment(lever: LeverId): Adjustment {
  const isHeadcount = lever === 'headcount';
  return {
    id: crypto.randomUUID(),
    lever,
    where: {},
    op: isHeadcount ? 'add' : 'scale',
    value: isHeadcount ? 0 : 1,
    elasticity: null,
    enabled: true,
    locked: false,
  };
}
