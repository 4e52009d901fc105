import { addDays } from '@shared/model/calendar-date';
import {
  customerNames,
  leavingSegment,
  type SampleRep,
  sampleRange,
  sampleReps,
  sampleSegments,
} from './company';
import type { SeededRandom } from './random';

export interface SampleCustomer {
  readonly name: string;
  readonly segment: string;
  readonly region: string;
  readonly industry: string;
  readonly acquiredOn: string;
  readonly churnedOn: string | null;
  readonly recurringAmount: number;
  readonly rep: SampleRep;
}

const regions = ['Nord-Norge', 'Trøndelag', 'Østlandet', 'Sørlandet', 'Vestlandet', 'Rogaland'];

const customerCount = 150;

export function makeCustomers(random: SeededRandom): SampleCustomer[] {
  const names = customerNames.first.flatMap((first) => customerNames.last.map((last) => `${first} ${last}`));
  return names.slice(0, customerCount).map((name) => {
    const segment = random.weighted(sampleSegments, ({ share }) => share);
    const region = random.pick(regions);
    const near = sampleReps.filter((rep) => rep.region === region);
    const acquiredOn = addDays('2019-01-07', random.integer(0, 2700));
    return {
      name,
      segment: segment.name,
      region,
      industry:
        segment.name === 'Havbruk'
          ? 'Akvakultur'
          : segment.name === 'Kommune'
            ? 'Offentlig'
            : 'Prosessindustri',
      acquiredOn,
      churnedOn: churnDate(random, segment, acquiredOn),
      recurringAmount: Math.round(random.between(2, 40)) * 1000,
      rep: near.length > 0 ? random.pick(near) : random.pick(sampleReps),
    };
  });
}

/** A loss in the sample's two years; in the segment that leaves, twice as likely in the second year. */
function churnDate(
  random: SeededRandom,
  { name, yearlyChurn }: (typeof sampleSegments)[number],
  acquiredOn: string,
): string | null {
  for (const [from, factor] of [
    [sampleRange.from, 1],
    ['2025-11-01', name === leavingSegment ? 2.6 : 1],
  ] as const) {
    if (!random.chance(yearlyChurn * factor)) continue;
    const day = addDays(from, random.integer(0, 360));
    return day > acquiredOn ? day : null;
  }
  return null;
}
