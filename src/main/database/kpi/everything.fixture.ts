import type { TypedRows } from './kpi-workspace.fixture';

const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'];
const reps = ['Anna', 'Bo', 'Cy', null] as const;
const customers = ['Acme', 'Beta', 'Core', 'Dyna', null] as const;
const products = ['Chair', 'Lamp', 'Table', null] as const;

function nth<Item>(list: readonly Item[], index: number): Item {
  return list[index % list.length] as Item;
}

/**
 * A company of three reps over 2025 and 2026 with rows in every dataset, gaps in most columns and something under every name, so that
 * each KPI has a value and each of its dimensions parts.
 */
export const everything: TypedRows = {
  reps: [
    { name: 'Anna', team: 'North', region: 'Oslo' },
    { name: 'Bo', team: 'North' },
    { name: 'Cy', team: 'South', region: 'Bergen' },
  ],
  products: [
    { name: 'Chair', category: 'Furniture', list_price: 100, unit_cost: 40 },
    { name: 'Table', category: 'Furniture', list_price: 300 },
    { name: 'Lamp', list_price: 50, unit_cost: 20 },
  ],
  customers: [
    { name: 'Acme', segment: 'Large', region: 'Oslo', acquired_on: '2024-01-01', recurring_amount: 100 },
    { name: 'Beta', segment: 'Small', churned_on: '2026-05-03', recurring_amount: 70 },
    { name: 'Core', region: 'Bergen', acquired_on: '2026-02-01', recurring_amount: 30 },
    { name: 'Dyna', segment: 'Small', acquired_on: '2025-03-01', churned_on: '2026-11-30' },
  ],
  orders: months.flatMap((month, index) =>
    ['2025', '2026'].flatMap((year, ofYear) =>
      [0, 1, 2].map((line) => {
        const number = index * 7 + line * 5 + ofYear * 3;
        return {
          ordered_on: `${year}-${month}-${String(3 + line * 9).padStart(2, '0')}`,
          order_no: line === 2 ? null : `${year}-${month}`,
          rep: nth(reps, number),
          customer: nth(customers, number + line),
          product: nth(products, index + line + ofYear),
          quantity: line === 1 && index % 4 === 0 ? null : 1 + (number % 6),
          unit_price: line === 0 ? 95 + (number % 9) : null,
          discount: index % 3 === 0 ? 5 + number : null,
          amount: 100 + number * 17 + index * index,
          cost: index % 5 === 0 ? 60 + number : null,
        };
      }),
    ),
  ),
  opportunities: months.flatMap((month, index) =>
    [0, 1, 2, 3].map((deal) => {
      const number = index * 5 + deal * 3;
      const stage = nth(['Won', 'Lost', 'Proposal', 'Won', 'Qualified', 'Lost', 'Won'], number);
      const isOpen = stage === 'Proposal' || stage === 'Qualified';
      return {
        deal_id: `${month}-${deal}`,
        stage,
        created_on: index === 4 && deal === 0 ? null : `2026-${month}-0${1 + deal}`,
        closed_on: isOpen && index % 2 === 0 ? null : `2026-${month}-${20 + deal}`,
        amount: deal === 3 && index % 2 === 0 ? null : 500 + number * 31,
        rep: nth(reps, number + 1),
        customer: nth(customers, number + 2),
        product: nth(products, number + 3),
        lead_source: nth(['Web', 'Fair', null], number),
      };
    }),
  ),
  leads: months.map((month, index) => ({
    created_on: `2026-${month}-05`,
    converted_on: index % 3 === 0 ? `2026-${month}-25` : null,
    status: nth(['Open', 'Kunde', null], index + 1),
    source: nth(['Web', 'Fair', null], index),
    rep: nth(reps, index),
  })),
  activities: months.flatMap((month, index) =>
    (['call', 'email', 'meeting'] as const).map((type, place) => ({
      date: `2026-${month}-1${place}`,
      rep: nth(['Anna', 'Bo', 'Cy'], index + place),
      type,
      count: 1 + index + place,
    })),
  ),
  competitor_prices: [
    { product: 'Chair', competitor: 'Old', price: 90, observed_on: '2026-01-01' },
    { product: 'Chair', competitor: 'New', price: 110 },
    { product: 'Table', competitor: 'Old', price: 280, observed_on: '2026-06-01' },
    { product: 'Lamp', competitor: 'New', price: 55, observed_on: '2026-02-01' },
  ],
  quotas: [
    { period: '2026', rep: 'Anna', amount: 12_000 },
    { period: '2026-Q1', rep: 'Bo', amount: 3000 },
    { period: '2026', rep: 'Cy', amount: 9000 },
    { period: '2026', team: 'South', amount: 10_000 },
  ],
};
