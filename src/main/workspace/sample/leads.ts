import { addDays, daysBetween } from '@shared/model/calendar-date';
import { leadSources, type SampleRep, sampleRange, sampleReps } from './company';
import type { SeededRandom } from './random';

export interface SampleLead {
  readonly createdOn: string;
  readonly name: string;
  readonly company: string;
  readonly email: string;
  readonly source: string;
  readonly rep: SampleRep;
  readonly status: string;
  readonly convertedOn: string | null;
  readonly score: number;
}

const givenNames = [
  'Anne',
  'Bente',
  'Dag',
  'Eirik',
  'Frida',
  'Geir',
  'Hanne',
  'Ivar',
  'Julie',
  'Knut',
  'Lise',
  'Magnus',
  'Nora',
  'Ola',
  'Randi',
  'Stian',
];

const familyNames = [
  'Berg',
  'Dahl',
  'Eide',
  'Foss',
  'Gran',
  'Hauge',
  'Iversen',
  'Krogh',
  'Lie',
  'Myhre',
  'Næss',
  'Sørli',
  'Tangen',
  'Øye',
];

const trades = ['Bygg', 'Transport', 'Regnskap', 'Elektro', 'Eiendom', 'Sjømat', 'Verksted'];

/** Goes through all that two names and a trade can make, before it comes to one again. */
function companyOf(index: number): string {
  const [first, second] = [familyNames[(index * 5) % 14], familyNames[Math.floor(index / 14) % 14]];
  return `${first} og ${second} ${trades[Math.floor(index / 196) % trades.length]} AS`;
}

export function makeLeads(random: SeededRandom): SampleLead[] {
  const days = daysBetween(sampleRange.from, sampleRange.to);
  return Array.from({ length: 3000 }, (_, index): SampleLead => {
    const source = random.weighted(leadSources, ({ weight }) => weight);
    const createdOn = addDays(sampleRange.from, Math.floor((index / 3000) * days));
    const [given, family] = [random.pick(givenNames), random.pick(familyNames)];
    const after = addDays(createdOn, random.integer(3, 60));
    const converted = random.chance(source.conversion) && after <= sampleRange.to;
    const status = converted ? 'Konvertert' : random.chance(0.5) ? 'Åpen' : 'Diskvalifisert';
    return {
      createdOn,
      name: `${given} ${family}`,
      company: companyOf(index),
      email: `${given}.${family}${index}@eksempel.no`
        .toLowerCase()
        .replace('æ', 'ae')
        .replace('ø', 'o')
        .replace('å', 'a'),
      source: source.name,
      rep: random.pick(sampleReps),
      status,
      convertedOn: converted ? after : null,
      score: random.integer(5, 95),
    };
  });
}
