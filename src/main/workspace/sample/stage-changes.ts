import { addDays, daysBetween } from '@shared/model/calendar-date';
import { openStages, sampleRange, wonStage } from './company';
import type { SampleDeal } from './deals';
import type { SeededRandom } from './random';

interface SampleStageChange {
  readonly deal: string;
  readonly stage: string;
  readonly enteredOn: string;
}

/** How much of a deal's time each open stage takes: offers lie longest. */
const shares = [0.2, 0.25, 0.35, 0.2];

/** In which stage lost deals are lost: most after the offer. */
const losses = [
  { passed: 1, weight: 2 },
  { passed: 2, weight: 2.5 },
  { passed: 3, weight: 4 },
  { passed: 4, weight: 1.5 },
];

/** When each deal entered which stage, the closing included. */
export function makeStageChanges(
  random: SeededRandom,
  deals: readonly SampleDeal[],
): readonly SampleStageChange[] {
  return deals.flatMap((deal) => {
    const passed = stagesPassed(random, deal);
    const end = deal.closedOn ?? addDays(sampleRange.to, random.integer(0, 20));
    const weights = passed.map((_, place) => (shares[place] ?? 0.25) * random.between(0.6, 1.4));
    const whole = weights.reduce((sum, weight) => sum + weight, 0);
    const length = Math.max(0, daysBetween(deal.createdOn, end));
    const entered = passed.map((_, place) => {
      const before = weights.slice(0, place).reduce((sum, weight) => sum + weight, 0);
      return addDays(deal.createdOn, Math.floor((length * before) / whole));
    });
    const open = passed.flatMap((stage, place) => {
      const enteredOn = entered[place] ?? deal.createdOn;
      return enteredOn <= sampleRange.to ? [{ deal: deal.dealId, stage, enteredOn }] : [];
    });
    return deal.closedOn === null
      ? open
      : [...open, { deal: deal.dealId, stage: deal.stage, enteredOn: deal.closedOn }];
  });
}

const stages: readonly string[] = openStages;

function stagesPassed(random: SeededRandom, { stage, closedOn }: SampleDeal): readonly string[] {
  if (closedOn === null) return stages.slice(0, stages.indexOf(stage) + 1);
  if (stage === wonStage) return stages;
  return stages.slice(0, random.weighted(losses, ({ weight }) => weight).passed);
}
