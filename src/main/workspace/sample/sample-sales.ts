import {
  addDays,
  dayNumber,
  daysBetween,
  earlierOf,
  firstOfMonth,
  laterOf,
  monthOf,
  weekdayOf,
} from '@shared/model/calendar-date';
import { periodsWithin } from '@shared/model/period';
import {
  customerNames,
  leadSources,
  leavingSegment,
  lostStage,
  openStages,
  overpricedCategory,
  type SampleProduct,
  type SampleRep,
  sampleCompetitors,
  sampleProducts,
  sampleRange,
  sampleReps,
  sampleSegments,
  wonStage,
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

export interface SampleOrderLine {
  readonly orderNo: string;
  readonly orderedOn: string;
  readonly customer: SampleCustomer;
  readonly rep: SampleRep;
  readonly product: SampleProduct;
  readonly quantity: number;
  readonly unitPrice: number;
  readonly discount: number;
  readonly amount: number;
  readonly cost: number;
}

export interface SampleDeal {
  readonly dealId: string;
  readonly name: string;
  readonly createdOn: string;
  readonly closedOn: string | null;
  readonly stage: string;
  readonly amount: number;
  readonly rep: SampleRep;
  readonly customer: SampleCustomer;
  readonly product: SampleProduct;
  readonly source: string;
}

const regions = ['Nord-Norge', 'Trøndelag', 'Østlandet', 'Sørlandet', 'Vestlandet', 'Rogaland'];
const customerCount = 150;

export function makeCustomers(random: SeededRandom): SampleCustomer[] {
  const names = customerNames.first.flatMap((first) => customerNames.last.map((last) => `${first} ${last}`));
  return names.slice(0, customerCount).map((name) => {
    const segment = weighted(random, sampleSegments, ({ share }) => share);
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

/** Few buy in July, many in December; business grows by 8 % a year. */
function season(day: string): number {
  const byMonth = [0.92, 0.95, 1.05, 0.98, 1.02, 1.06, 0.6, 0.94, 1.06, 1.08, 1.1, 1.3];
  const years = (dayNumber(day) - dayNumber(sampleRange.from)) / 365.25;
  return (byMonth[monthOf(day) - 1] ?? 1) * 1.08 ** years;
}

/** Our list price of a product on a day: it moves each quarter, and in the overpriced category upwards only. */
export function priceOn(product: SampleProduct, day: string): number {
  const quarter = Math.floor(daysBetween(sampleRange.from, firstOfMonth(day)) / 91);
  const wave = [0, 0.03, -0.02, 0.05, 0.01, -0.03, 0.06, 0.02, 0.04][Math.max(0, quarter) % 9] ?? 0;
  const drift =
    product.category === overpricedCategory ? 0.014 * Math.max(0, quarter) : 0.004 * Math.max(0, quarter);
  return Math.round((product.listPrice * (1 + wave + drift)) / 10) * 10;
}

/** How much is bought at a price beside the first one. */
function answer(product: SampleProduct, day: string): number {
  return (priceOn(product, day) / product.listPrice) ** product.elasticity;
}

/** Orders of several lines: those of deals that were won, and those that customers place by themselves. */
export function makeOrders(
  random: SeededRandom,
  customers: readonly SampleCustomer[],
  deals: readonly SampleDeal[],
): SampleOrderLine[] {
  const fromDeals = deals
    .filter(({ stage }) => stage === wonStage)
    .map(({ closedOn, customer, rep, product, amount }) => ({
      day: closedOn ?? sampleRange.to,
      customer,
      rep,
      product,
      amount,
    }));
  const repeats = periodsWithin(sampleRange, 'month', 1).flatMap((month) =>
    customers.flatMap((customer) => {
      const active =
        customer.acquiredOn < month.from && (customer.churnedOn === null || customer.churnedOn > month.from);
      if (!active) return [];
      return Array.from({ length: random.poisson(0.75 * season(month.from)) }, () => {
        const product = random.pick(sampleProducts);
        const day = workday(addDays(month.from, random.integer(0, 27)));
        return {
          day,
          customer,
          rep: customer.rep,
          product,
          amount: product.listPrice * random.integer(1, 4),
        };
      });
    }),
  );
  const placed = [...fromDeals, ...repeats].sort((one, other) =>
    one.day < other.day ? -1 : one.day > other.day ? 1 : 0,
  );
  return placed.flatMap((order, index) => orderLines(random, order, `SO-${10_001 + index}`));
}

interface PlacedOrder {
  readonly day: string;
  readonly customer: SampleCustomer;
  readonly rep: SampleRep;
  readonly product: SampleProduct;
  readonly amount: number;
}

function orderLines(
  random: SeededRandom,
  { day, customer, rep, product, amount }: PlacedOrder,
  orderNo: string,
): SampleOrderLine[] {
  const others = sampleProducts.filter(
    ({ category, name }) => category === product.category && name !== product.name,
  );
  const bought = [product, ...Array.from({ length: random.poisson(0.8) }, () => random.pick(others))];
  return bought.map((item): SampleOrderLine => {
    const unitPrice = priceOn(item, day);
    const wanted = (amount / bought.length / item.listPrice) * answer(item, day);
    const quantity = Math.max(1, Math.round(wanted * random.between(0.85, 1.15)));
    const discount = random.chance(0.45) ? Math.round(quantity * unitPrice * random.between(0.02, 0.11)) : 0;
    return {
      orderNo,
      orderedOn: day,
      customer,
      rep,
      product: item,
      quantity,
      unitPrice,
      discount,
      amount: quantity * unitPrice - discount,
      cost: quantity * item.unitCost,
    };
  });
}

/** What a rep of average skill closes a month, in deals. */
const winsPerMonth = 6.4;
const usualWinRate = 0.46;

export function makeDeals(random: SeededRandom, customers: readonly SampleCustomer[]): SampleDeal[] {
  const months = periodsWithin(sampleRange, 'month', 1);
  const closed = sampleReps.flatMap((rep) =>
    months.flatMap((month) => {
      const wins = random.poisson(winsPerMonth * rep.skill * season(month.from));
      const losses = random.poisson(
        (winsPerMonth * season(month.from) * (1 - usualWinRate)) / usualWinRate / rep.skill ** 0.5,
      );
      return [...Array(wins).fill(wonStage), ...Array(losses).fill(lostStage)].map((stage: string) => {
        const closedOn = workday(addDays(month.from, random.integer(0, 27)));
        const length = Math.round(random.between(12, 75) / rep.skill ** 0.4);
        return dealOf(random, rep, customers, { stage, closedOn, createdOn: addDays(closedOn, -length) });
      });
    }),
  );
  const open = sampleReps.flatMap((rep) =>
    Array.from({ length: random.integer(9, 18) }, () => {
      const createdOn = addDays(sampleRange.to, -random.integer(2, 80));
      return dealOf(random, rep, customers, { stage: random.pick(openStages), closedOn: null, createdOn });
    }),
  );
  const all = [...closed, ...open].sort((one, other) => (one.createdOn < other.createdOn ? -1 : 1));
  return all.map((deal, index) => ({ ...deal, dealId: `D-${2001 + index}` }));
}

function dealOf(
  random: SeededRandom,
  rep: SampleRep,
  customers: readonly SampleCustomer[],
  { stage, closedOn, createdOn }: Pick<SampleDeal, 'stage' | 'closedOn' | 'createdOn'>,
): SampleDeal {
  const own = customers.filter(
    (customer) => customer.rep === rep && (customer.churnedOn === null || customer.churnedOn > createdOn),
  );
  const customer = own.length > 0 ? random.pick(own) : random.pick(customers);
  const product = random.pick(sampleProducts);
  const units = Math.max(1, Math.round(random.between(25_000, 95_000) / product.listPrice));
  return {
    dealId: '',
    name: `${product.name} til ${customer.name}`,
    createdOn,
    closedOn,
    stage,
    amount: Math.round((units * priceOn(product, createdOn) * random.between(0.92, 1)) / 100) * 100,
    rep,
    customer,
    product,
    source: weighted(random, leadSources, ({ weight }) => weight).name,
  };
}

export interface SampleLead {
  readonly createdOn: string;
  readonly name: string;
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

export function makeLeads(random: SeededRandom): SampleLead[] {
  const days = daysBetween(sampleRange.from, sampleRange.to);
  return Array.from({ length: 3000 }, (_, index): SampleLead => {
    const source = weighted(random, leadSources, ({ weight }) => weight);
    const createdOn = addDays(sampleRange.from, Math.floor((index / 3000) * days));
    const [given, family] = [random.pick(givenNames), random.pick(familyNames)];
    const after = addDays(createdOn, random.integer(3, 60));
    const converted = random.chance(source.conversion) && after <= sampleRange.to;
    const status = converted ? 'Konvertert' : random.chance(0.5) ? 'Åpen' : 'Diskvalifisert';
    return {
      createdOn,
      name: `${given} ${family}`,
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

export interface SamplePrice {
  readonly product: SampleProduct;
  readonly competitor: string;
  readonly price: number;
  readonly observedOn: string;
}

/** What competitors ask, seen once a quarter: near our price, but well below it in the overpriced category. */
export function makeCompetitorPrices(random: SeededRandom): SamplePrice[] {
  return periodsWithin(sampleRange, 'quarter', 1).flatMap(({ from }) =>
    sampleProducts.flatMap((product) =>
      sampleCompetitors.map((competitor): SamplePrice => {
        const level =
          product.category === overpricedCategory ? random.between(0.87, 0.97) : random.between(0.95, 1.07);
        const observedOn = earlierOf(
          laterOf(addDays(from, random.integer(0, 25)), sampleRange.from),
          sampleRange.to,
        );
        return {
          product,
          competitor,
          price: Math.round((product.listPrice * level * 1.01) / 10) * 10,
          observedOn,
        };
      }),
    ),
  );
}

/** The quota of a rep for a month: the same for all at first, growing, and without regard to how hard the market is. */
export function quotaOf(month: string): number {
  return Math.round((395_000 * season(`${month}-01`)) / 1000) * 1000;
}

function workday(day: string): string {
  const weekday = weekdayOf(day);
  const moved = weekday > 5 ? addDays(day, 5 - weekday) : day;
  return laterOf(moved, sampleRange.from);
}

function weighted<Item>(random: SeededRandom, items: readonly Item[], weight: (item: Item) => number): Item {
  let left = random.next() * items.reduce((sum, item) => sum + weight(item), 0);
  for (const item of items) {
    left -= weight(item);
    if (left < 0) return item;
  }
  return random.pick(items);
}
