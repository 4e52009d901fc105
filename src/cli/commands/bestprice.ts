import { localeFormat } from '@shared/format/locale-format';
import { type BestPrice, bestPrice, type PriceAim, type PricedProduct } from '@shared/scenario/best-price';
import { pricedProducts } from '@shared/scenario/priced-products';
import { KpiReader } from '../../main/database/kpi/kpi-reader';
import { ScenarioBaseReader } from '../../main/database/scenario/scenario-base';
import { amountOf } from '../amount';
import { BadArgument, type Command, type JsonOption, withWorkspace } from '../command';
import { type PeriodOptions, periodOf } from '../period';
import { type Terminal, writeJson, writeTable } from '../terminal';

interface BestPriceOptions extends JsonOption, PeriodOptions {
  readonly aim: string;
  readonly low: string;
  readonly high: string;
}

interface Priced {
  readonly own: PricedProduct;
  readonly found: BestPrice;
}

const aims: readonly PriceAim[] = ['margin', 'revenue'];

export const bestPriceCommand: Command = {
  register: (program, terminal) => {
    program
      .command('bestprice')
      .description('the price of each product that brings the most, within bounds')
      .argument('<workspace>')
      .option('--aim <aim>', aims.join(' or '), 'margin')
      .option('--from <date>', 'first day of the sales that it rests on, YYYY-MM-DD')
      .option('--to <date>', 'last day, inclusive')
      .option('--low <change>', 'how far down from the price today', '-20%')
      .option('--high <change>', 'how far up', '20%')
      .option('--json', 'reply as one JSON document')
      .action((path: string, options: BestPriceOptions) =>
        withWorkspace(path, (session) => {
          const aim = aims.find((candidate) => candidate === options.aim);
          if (aim === undefined)
            throw new BadArgument(`--aim takes ${aims.join(' or ')}, not ${options.aim}.`);
          const [low, high] = [amountOf(options.low, '--low'), amountOf(options.high, '--high')];
          if (low <= -1 || low > high)
            throw new BadArgument(`--low takes a change above -100% and below --high, not ${options.low}.`);
          const range = periodOf(options, session.info());
          const { base } = new ScenarioBaseReader(session, new KpiReader(session)).read(range);
          const products = pricedProducts(base.cube).map((own) => ({
            own,
            found: bestPrice(own, aim, { low: own.price * (1 + low), high: own.price * (1 + high) }),
          }));
          if (options.json)
            writeJson(terminal, { aim, ...range, low, high, products: products.map(replyOf) });
          else writeProducts(terminal, products, aim, session.options.currency);
        }),
      );
  },
};

function replyOf({ own, found }: Priced): unknown {
  const { product, price, unitCost, elasticity } = own;
  const known = { product, price, unitCost, elasticity };
  if (found.kind !== 'found') return { ...known, found: false, reason: found.kind };
  const { reason, doubt, unbounded, today, best } = found;
  return { ...known, found: true, reason, doubt, unbounded, today, best };
}

/** In words, as the window has them. */
const reasons: Readonly<Record<string, string>> = {
  optimum: 'the best of all prices',
  low: 'the lower bound',
  high: 'the upper bound',
  flat: 'every price brings the same',
  noElasticity: 'the elasticity is not known',
  noCost: 'the cost is not known',
  noSales: 'no sales',
  inelastic: 'the upper bound, as the elasticity is above -1',
  positive: 'not to be trusted: the elasticity is above 0',
};

function writeProducts(
  terminal: Terminal,
  products: readonly Priced[],
  aim: PriceAim,
  currency: string,
): void {
  const format = localeFormat('en-GB', currency);
  writeTable(
    terminal,
    ['Product', 'Price', 'Elasticity', 'Best price', 'Gain', 'Why'],
    products.map(({ own, found }) => {
      const isAnswer = found.kind === 'found' && found.doubt !== 'positive';
      return [
        own.product,
        format.number(own.price),
        format.number(own.elasticity),
        format.number(isAnswer ? found.best.price : null),
        format.number(isAnswer ? (found.best[aim] ?? 0) - (found.today[aim] ?? 0) : null, 0),
        reasons[found.kind === 'found' ? (found.doubt ?? found.reason) : found.kind] ?? '',
      ];
    }),
  );
}
