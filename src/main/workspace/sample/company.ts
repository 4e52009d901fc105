/** The company of the sample: who sells what to whom. All names are made up. */

export interface SampleRep {
  readonly name: string;
  readonly team: string;
  readonly region: string;
  readonly startedOn: string;
  /** Skill: 1 sells what the average rep sells. */
  readonly skill: number;
}

export const sampleReps: readonly SampleRep[] = [
  { name: 'Ingrid Solberg', team: 'Nord', region: 'Nord-Norge', startedOn: '2021-03-01', skill: 0.92 },
  { name: 'Øystein Hætta', team: 'Nord', region: 'Nord-Norge', startedOn: '2022-08-15', skill: 0.7 },
  { name: 'Marit Bakken', team: 'Nord', region: 'Trøndelag', startedOn: '2023-01-02', skill: 0.74 },
  { name: 'Jonas Aune', team: 'Nord', region: 'Trøndelag', startedOn: '2024-09-01', skill: 0.62 },
  { name: 'Kari Nygård', team: 'Øst', region: 'Østlandet', startedOn: '2019-05-01', skill: 1.55 },
  { name: 'Henrik Lund', team: 'Øst', region: 'Østlandet', startedOn: '2020-11-01', skill: 1.06 },
  { name: 'Sara Ahmadi', team: 'Øst', region: 'Østlandet', startedOn: '2022-02-01', skill: 1.12 },
  { name: 'Per Ødegård', team: 'Øst', region: 'Sørlandet', startedOn: '2018-08-01', skill: 0.97 },
  { name: 'Silje Fjellheim', team: 'Vest', region: 'Vestlandet', startedOn: '2021-10-01', skill: 1.1 },
  { name: 'Tor Åsheim', team: 'Vest', region: 'Vestlandet', startedOn: '2017-04-01', skill: 1.02 },
  { name: 'Linn Sæther', team: 'Vest', region: 'Vestlandet', startedOn: '2023-06-01', skill: 1.08 },
  { name: 'Mathias Røed', team: 'Vest', region: 'Rogaland', startedOn: '2022-05-01', skill: 0.9 },
];

export const sampleManagers: Readonly<Record<string, string>> = {
  Nord: 'Astrid Moen',
  Øst: 'Bjørn Kvam',
  Vest: 'Camilla Vik',
};

export interface SampleProduct {
  readonly name: string;
  readonly category: string;
  /** In NOK at the start. */
  readonly listPrice: number;
  readonly unitCost: number;
  /** How buyers answer a price. */
  readonly elasticity: number;
}

/** The category that is priced above its market and loses volume. */
export const overpricedCategory = 'Sensorer';

const ranges: readonly {
  readonly category: string;
  readonly elasticity: number;
  readonly items: readonly [string, number, number][];
}[] = [
  {
    category: 'Pumper',
    elasticity: -1.1,
    items: [
      ['Pumpe P100', 8900, 5200],
      ['Pumpe P200', 14_500, 8600],
      ['Pumpe P300', 22_900, 13_200],
      ['Pumpe P400', 31_500, 18_400],
      ['Pumpe P500', 46_000, 27_500],
    ],
  },
  {
    category: 'Ventiler',
    elasticity: -1.4,
    items: [
      ['Ventil V10', 1450, 720],
      ['Ventil V20', 2350, 1180],
      ['Ventil V30', 3900, 2050],
      ['Ventil V40', 5600, 2900],
      ['Ventil V50', 8200, 4300],
    ],
  },
  {
    category: overpricedCategory,
    elasticity: -2.1,
    items: [
      ['Sensor S1', 2900, 1150],
      ['Sensor S2', 4400, 1700],
      ['Sensor S3', 6900, 2650],
      ['Sensor S4', 9800, 3900],
      ['Sensor S5', 14_900, 6100],
    ],
  },
  {
    category: 'Serviceavtaler',
    elasticity: -0.7,
    items: [
      ['Service Basis', 6500, 3100],
      ['Service Pluss', 11_900, 5400],
      ['Service Total', 19_500, 8800],
      ['Fjernovervåking', 7900, 2600],
      ['Kurs og opplæring', 12_500, 6900],
    ],
  },
];

export const sampleProducts: readonly SampleProduct[] = ranges.flatMap(({ category, elasticity, items }) =>
  items.map(([name, listPrice, unitCost]) => ({ name, category, listPrice, unitCost, elasticity })),
);

export const sampleCompetitors = ['Nordvann', 'HydroTek', 'Baltic Flow'] as const;

export const sampleSegments = [
  { name: 'Industri', share: 0.4, yearlyChurn: 0.06 },
  { name: 'Kommune', share: 0.35, yearlyChurn: 0.03 },
  // The segment whose churn rises.
  { name: 'Havbruk', share: 0.25, yearlyChurn: 0.1 },
] as const;

/** The segment that leaves more and more. */
export const leavingSegment = 'Havbruk';

export const customerNames: { readonly first: readonly string[]; readonly last: readonly string[] } = {
  first: [
    'Fjord',
    'Nordlys',
    'Kyst',
    'Breim',
    'Storelv',
    'Haugland',
    'Sund',
    'Vik',
    'Lofoten',
    'Dalen',
    'Ås',
    'Tindebygd',
    'Skog',
    'Myra',
    'Holme',
  ],
  last: [
    'Vann',
    'Prosess',
    'Laks',
    'Energi',
    'Mek',
    'Kommune',
    'Smelteverk',
    'Bryggeri',
    'Meieri',
    'Mek. Verksted',
  ],
};

/** Where leads come from, and how many of a hundred become customers. */
export const leadSources = [
  { name: 'Nettside', weight: 0.34, conversion: 0.14 },
  { name: 'Anbefaling', weight: 0.14, conversion: 0.41 },
  { name: 'Messe', weight: 0.18, conversion: 0.22 },
  { name: 'Oppringing', weight: 0.22, conversion: 0.09 },
  { name: 'LinkedIn', weight: 0.12, conversion: 0.17 },
] as const;

export const openStages = ['Kvalifisering', 'Behov avklart', 'Tilbud sendt', 'Forhandling'] as const;
export const wonStage = 'Vunnet';
export const lostStage = 'Tapt';

/** The sample's data begin and end here, whenever it is made, so that it is the same everywhere. */
export const sampleRange = { from: '2024-11-01', to: '2026-10-31' } as const;
