import { addDays, daysBetween, earlierOf, firstOfMonth, laterOf } from '@shared/model/calendar-date';
import { periodsWithin } from '@shared/model/period';
import {
  overpricedCategory,
  type SampleProduct,
  sampleCompetitors,
  sampleProducts,
  sampleRange,
} from './company';
import type { SeededRandom } from './random';

/** Our list price of a product on a day: it moves each quarter, and in the overpriced category upwards only. */
export function priceOn(product: SampleProduct, day: string): number {
  const quarter = Math.floor(daysBetween(sampleRange.from, firstOfMonth(day)) / 91);
  const wave = [0, 0.03, -0.02, 0.05, 0.01, -0.03, 0.06, 0.02, 0.04][Math.max(0, quarter) % 9] ?? 0;
  const drift =
    product.category === overpricedCategory ? 0.014 * Math.max(0, quarter) : 0.004 * Math.max(0, quarter);
  return Math.round((product.listPrice * (1 + wave + drift)) / 10) * 10;
}

/** How much is bought at a price beside the first one. */
export function demandAt(product: SampleProduct, day: string): number {
  return (priceOn(product, day) / product.listPrice) ** product.elasticity;
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
