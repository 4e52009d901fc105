import { addDays, weekdayOf } from '@shared/model/calendar-date';
import { type SampleRep, sampleRange, sampleReps } from './company';
import type { SeededRandom } from './random';
import { season } from './seasons';

export interface SampleActivity {
  readonly date: string;
  readonly rep: SampleRep;
  readonly type: 'call' | 'email' | 'meeting';
  readonly count: number;
}

export function makeActivities(random: SeededRandom): SampleActivity[] {
  const activities: SampleActivity[] = [];
  for (let date: string = sampleRange.from; date <= sampleRange.to; date = addDays(date, 1)) {
    if (weekdayOf(date) > 5) continue;
    for (const rep of sampleReps) {
      const pace = season(date) * (0.7 + 0.3 * rep.skill);
      for (const [type, mean] of [
        ['call', 7 * pace],
        ['email', 11 * pace],
        ['meeting', 1.1 * pace],
      ] as const) {
        const count = random.poisson(mean);
        if (count > 0) activities.push({ date, rep, type, count });
      }
    }
  }
  return activities;
}
