import fc from 'fast-check';
import type { TypedRows } from './kpi-workspace.fixture';

const day = fc
  .date({ min: new Date('2025-11-01T00:00:00Z'), max: new Date('2027-01-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const cents = fc.integer({ min: 0, max: 1_000_000 }).map((value) => value / 100);
const maybe = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { freq: 4 });
const rep = maybe(fc.constantFrom('Anna', 'Bo', 'Cy'));
const product = maybe(fc.constantFrom('Chair', 'Lamp'));
const customer = maybe(fc.constantFrom('Acme', 'Beta', 'Core'));

/** Workspaces of a few rows around the year 2026, with gaps in whatever may be left out. */
export const anyWorkspace: fc.Arbitrary<TypedRows> = fc.record({
  reps: fc.constant([
    { name: 'Anna', team: 'North', region: 'Oslo' },
    { name: 'Bo', team: 'North' },
    { name: 'Cy', region: 'Bergen' },
  ]),
  products: fc.constant([{ name: 'Chair', category: 'Furniture', unit_cost: 3 }, { name: 'Lamp' }]),
  customers: fc.constant([
    { name: 'Acme', segment: 'Large', region: 'Oslo' },
    { name: 'Beta', segment: 'Small' },
    { name: 'Core' },
  ]),
  orders: fc.array(
    fc.record({
      ordered_on: day,
      order_no: maybe(fc.constantFrom('1', '2', '3')),
      rep,
      product,
      customer,
      amount: cents,
      quantity: maybe(fc.integer({ min: 1, max: 9 })),
      discount: maybe(cents),
      cost: maybe(cents),
    }),
    { maxLength: 15 },
  ),
  opportunities: fc.array(
    fc.record({
      stage: fc.constantFrom('Won', 'Lost', 'Proposal'),
      created_on: day,
      closed_on: day,
      amount: maybe(cents),
      rep,
      product,
      customer,
      lead_source: maybe(fc.constantFrom('Web', 'Fair')),
    }),
    { maxLength: 15 },
  ),
  leads: fc.array(
    fc.record({
      created_on: day,
      converted_on: maybe(day),
      status: maybe(fc.constantFrom('Open', 'Kunde')),
      source: maybe(fc.constantFrom('Web', 'Fair')),
      rep,
    }),
    { maxLength: 10 },
  ),
  activities: fc.array(
    fc.record({
      date: day,
      rep: fc.constantFrom('Anna', 'Bo'),
      type: fc.constantFrom('call', 'email', 'meeting'),
      count: fc.integer({ min: 0, max: 40 }),
    }),
    { maxLength: 10 },
  ),
});
