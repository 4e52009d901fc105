import type { FigureTable } from '@shared/model/table-cell';
import { type BestPrice, bestPrice, type PriceAim, type PricedProduct } from '@shared/scenario/best-price';
import type { EChartsCoreOption } from 'echarts/core';
import type { ChartColors } from '../../../components/Chart';

/** What the person says of one product, in place of what is known. */
export interface OwnWord {
  readonly elasticity?: number | undefined;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}

export interface PricedRow {
  readonly own: PricedProduct;
  readonly low: number;
  readonly high: number;
  readonly found: BestPrice;
  readonly gain: number | null;
}

/** More bars than these are not read; the table has them all. */
export const shownBars = 12;

export function pricedRow(
  known: PricedProduct,
  word: OwnWord,
  reach: { readonly low: number; readonly high: number },
  aim: PriceAim,
): PricedRow {
  const own = { ...known, elasticity: word.elasticity ?? known.elasticity };
  const low = word.low ?? known.price * (1 + reach.low / 100);
  const high = Math.max(low, word.high ?? known.price * (1 + reach.high / 100));
  const found = bestPrice(own, aim, { low, high });
  // What rests on demand that rises with the price is no answer.
  const isAnswer = found.kind === 'found' && found.doubt !== 'positive';
  const gain = isAnswer ? (found.best[aim] ?? 0) - (found.today[aim] ?? 0) : null;
  return { own, low, high, found, gain };
}

/** Whether the price can be put to use: one that rests on demand that rises with the price is left out. */
export function isUsable({ found, gain }: PricedRow): boolean {
  return found.kind === 'found' && found.reason !== 'flat' && gain !== null;
}

/** Those with the greatest gain first, those without an answer last. */
export function byGain(one: PricedRow, other: PricedRow): number {
  return (other.gain ?? Number.NEGATIVE_INFINITY) - (one.gain ?? Number.NEGATIVE_INFINITY) || 0;
}

interface PriceWords {
  readonly t: (key: string) => string;
  readonly aim: PriceAim;
  reasonOf(row: PricedRow): string;
}

/** The answer as a table to be saved. */
export function priceTable(rows: readonly PricedRow[], { t, aim, reasonOf }: PriceWords): FigureTable {
  const money = (heading: string) => ({ heading, format: 'money' as const });
  const text = (heading: string) => ({ heading, format: 'general' as const });
  const aimName = t(`questions:bestPrice.aim.${aim}`);
  return {
    columns: [
      text(t('whatif:product')),
      money(t('questions:bestPrice.today')),
      money(t('questions:bestPrice.cost')),
      money(t('questions:bestPrice.lowest')),
      money(t('questions:bestPrice.highest')),
      money(t('whatif:elasticity')),
      money(t('questions:bestPrice.best')),
      money(`${aimName}, ${t('whatif:kpi.base').toLowerCase()}`),
      money(aimName),
      money(t('questions:bestPrice.gain')),
      text(t('questions:bestPrice.why')),
    ],
    rows: rows.map((row) => {
      const { own, low, high, found, gain } = row;
      const ofFound = (of: (found_: Extract<BestPrice, { kind: 'found' }>) => number | null) =>
        found.kind === 'found' && gain !== null ? of(found) : null;
      return [
        own.product,
        own.price,
        own.unitCost,
        low,
        high,
        own.elasticity,
        ofFound(({ best }) => best.price),
        ofFound(({ today }) => today[aim]),
        ofFound(({ best }) => best[aim]),
        gain,
        reasonOf(row),
      ];
    }),
  };
}

/** What the best prices bring more, product by product. */
export function gainOption(
  rows: readonly PricedRow[],
  { series, text }: ChartColors,
  write: (value: number) => string,
): EChartsCoreOption {
  const shown = rows.filter(isUsable).slice(0, shownBars);
  return {
    grid: { left: 0, right: 96, top: 4, bottom: 0, outerBoundsMode: 'same' },
    xAxis: { type: 'value', show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: shown.map(({ own }) => own.product),
      axisLine: { show: false },
      axisLabel: { color: text, width: 180, overflow: 'truncate' },
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: 18,
        silent: true,
        color: series[0],
        data: shown.map(({ gain }) => gain),
        label: {
          show: true,
          position: 'right',
          color: text,
          formatter: ({ value }: { readonly value: number }) => write(value),
        },
      },
    ],
  };
}
