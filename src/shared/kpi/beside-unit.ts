import type { KpiUnit } from './declaration';

const units: Readonly<Record<string, KpiUnit>> = {
  purchase_frequency: 'number',
  customer_lifespan: 'number',
  price_gap_share: 'percent',
  deals: 'number',
  amount: 'money',
  reached_amount: 'money',
  drop: 'percent',
  mean_days: 'days',
  median_days: 'days',
  p90_days: 'days',
};

/** The unit of a figure beside a value: its own, else that of the value. */
export function unitBeside(id: string, unit: KpiUnit): KpiUnit {
  return units[id] ?? unit;
}
