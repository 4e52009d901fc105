import { addDays } from '@shared/model/calendar-date';
import { periodsWithin } from '@shared/model/period';
import {
  leadSources,
  lostStage,
  openStages,
  type SampleProduct,
  type SampleRep,
  sampleProducts,
  sampleRange,
  sampleReps,
  wonStage,
} from './company';
import type { SampleCustomer } from './customers';
import { priceOn } from './prices';
import type { SeededRandom } from './random';
import { season, workday } from './seasons';

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
    source: random.weighted(leadSources, ({ weight }) => weight).name,
  };
}
