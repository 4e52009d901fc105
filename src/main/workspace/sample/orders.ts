import { addDays } from '@shared/model/calendar-date';
import { periodsWithin } from '@shared/model/period';
import { type SampleProduct, type SampleRep, sampleProducts, sampleRange, wonStage } from './company';
import type { SampleCustomer } from './customers';
import type { SampleDeal } from './deals';
import { demandAt, priceOn } from './prices';
import type { SeededRandom } from './random';
import { season, workday } from './seasons';

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
    const wanted = (amount / bought.length / item.listPrice) * demandAt(item, day);
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
