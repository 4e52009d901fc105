import { builtInKpis } from '@shared/kpi/catalogue';
import { rowDimensions } from '@shared/kpi/declaration';
import type { CellValue, DatasetId } from '@shared/model/dataset';
import { describe, expect, it } from 'vitest';
import { editRows } from '../rows/edit-rows';
import { everything } from './everything.fixture';
import type { KpiReader } from './kpi-reader';
import { kpiWorkspace } from './kpi-workspace.fixture';

const year = { from: '2026-01-01', to: '2026-12-31' };

/** What a KPI comes to as a whole and in each part of each of its dimensions, under every way of reckoning it. */
function allValues(kpis: KpiReader): ReadonlyMap<string, string> {
  const found = builtInKpis.flatMap(({ id, dimensions, formulas }) =>
    formulas.flatMap(({ basis }) => {
      const split = rowDimensions.filter((dimension) => dimensions.includes(dimension));
      return [undefined, ...split].flatMap((by) => {
        const [result] = kpis.evaluate({ ...year, kpis: [id], by, basis: basis ?? undefined });
        const parts = by === undefined ? [{ key: 'all', ...result }] : (result?.rows ?? []);
        return parts.map(
          ({ key, value, numerator, denominator }) =>
            [`${id}|${by ?? 'all'}|${key}`, JSON.stringify([value, numerator, denominator])] as const,
        );
      });
    }),
  );
  const values = new Map<string, string>();
  for (const [place, value] of found) values.set(place, `${values.get(place) ?? ''} ${value}`);
  return values;
}

interface Edit {
  readonly dataset: DatasetId;
  /** From 1, in the order of the fixture. */
  readonly id: number;
  readonly field: string;
  readonly value: CellValue;
}

async function moved(
  edit: Edit,
): Promise<{ readonly kpis: readonly string[]; readonly parts: readonly string[] }> {
  const { session, kpis } = await kpiWorkspace(everything);
  const before = allValues(kpis);
  const { dataset, ...cell } = edit;
  const { problems } = editRows(session, { dataset, locale: 'en-GB', edits: [cell], inserts: [] });
  expect(problems).toEqual([]);
  const after = allValues(kpis);
  const parts = [...new Set([...before.keys(), ...after.keys()])].filter(
    (place) => before.get(place) !== after.get(place),
  );
  session.undo();
  expect(allValues(kpis)).toEqual(before);
  return { kpis: [...new Set(parts.map((place) => place.split('|')[0] ?? ''))].sort(), parts };
}

/** Parts that moved of KPIs, by dimension. */
function partsOf(parts: readonly string[], kpi: string, dimension: string): readonly string[] {
  return parts.flatMap((place) => {
    const [id, by, key = ''] = place.split('|');
    return id === kpi && by === dimension ? [key] : [];
  });
}

describe('one cell that is changed', () => {
  it('moves what the amount of an order is part of: its own rep, customer and product, and nothing else', async () => {
    // A chair of the year, sold by somebody to somebody, of which the quantity is known.
    const orders = everything.orders ?? [];
    const index = orders.findIndex(
      ({ ordered_on, quantity, customer, product, rep }) =>
        String(ordered_on) >= '2026-02' && quantity !== null && customer && product === 'Chair' && rep,
    );
    const order = orders[index];
    const { kpis, parts } = await moved({ dataset: 'orders', id: index + 1, field: 'amount', value: 4321 });
    // Customers lost are counted by what they paid before the year.
    expect(kpis).toEqual([
      'clv_historical',
      'clv_segment',
      'discount_rate',
      'gross_margin',
      'monthly_sales_progress',
      'net_revenue_retention',
      'price_elasticity',
      'price_gap',
      'price_index',
      'revenue',
    ]);
    for (const [dimension, field] of [
      ['rep', 'rep'],
      ['customer', 'customer'],
      ['product', 'product'],
    ] as const) {
      expect(partsOf(parts, 'revenue', dimension)).toEqual([order?.[field]]);
    }
  });

  it('moves what the amount of a deal won is part of, and not the counts of deals', async () => {
    const deals = everything.opportunities ?? [];
    const index = deals.findIndex(
      ({ stage, rep, amount }) => stage === 'Won' && rep === 'Anna' && amount !== null,
    );
    const { kpis, parts } = await moved({
      dataset: 'opportunities',
      id: index + 1,
      field: 'amount',
      value: 9876,
    });
    // With it Anna reaches her quota.
    expect(kpis).toEqual([
      'average_deal_size',
      'bookings',
      'pipeline_coverage',
      'quota_attainment',
      'reps_at_quota',
      'sales_velocity',
    ]);
    expect(partsOf(parts, 'bookings', 'rep')).toEqual(['Anna']);
    expect(partsOf(parts, 'quota_attainment', 'rep')).toEqual(['Anna']);
    expect(partsOf(parts, 'quota_attainment', 'team')).toEqual(['North']);
  });

  it('moves the count of its own type of activity alone, and what divides by all of them', async () => {
    // The first call: by Anna.
    const { kpis, parts } = await moved({ dataset: 'activities', id: 1, field: 'count', value: 77 });
    expect(kpis).toEqual(['activities_per_win', 'calls_made']);
    expect(partsOf(parts, 'calls_made', 'rep')).toEqual(['Anna']);
  });

  it('moves prices of its own product and competitor alone', async () => {
    // Old's price of a chair.
    const { kpis, parts } = await moved({ dataset: 'competitor_prices', id: 1, field: 'price', value: 70 });
    expect(kpis).toEqual(['price_gap', 'price_index']);
    expect(partsOf(parts, 'price_index', 'product')).toEqual(['Chair']);
    expect(partsOf(parts, 'price_index', 'competitor')).toEqual(['Old']);
  });

  it('moves what a quota is part of, in its own rep and team', async () => {
    // Anna's for the year.
    const { kpis, parts } = await moved({ dataset: 'quotas', id: 1, field: 'amount', value: 15_000 });
    expect(kpis).toEqual(['pipeline_coverage', 'quota_attainment']);
    expect(partsOf(parts, 'quota_attainment', 'rep')).toEqual(['Anna']);
  });

  it('moves what a loss is part of', async () => {
    // Acme, who had not left.
    const { kpis } = await moved({ dataset: 'customers', id: 1, field: 'churned_on', value: '2026-07-01' });
    expect(kpis).toEqual(['churn_rate', 'clv_historical', 'net_revenue_retention', 'revenue_churn_rate']);
  });

  it('moves the conversion of its own source alone when a lead is converted', async () => {
    const { kpis, parts } = await moved({
      dataset: 'leads',
      id: 2,
      field: 'converted_on',
      value: '2026-02-20',
    });
    expect(kpis).toEqual(['lead_conversion_rate']);
    expect(partsOf(parts, 'lead_conversion_rate', 'source')).toEqual(['Fair']);
  });

  it('moves nothing that is worth a number when it is a name that no KPI reads', async () => {
    expect(
      (await moved({ dataset: 'reps', id: 1, field: 'email', value: 'anna@example.com' })).parts,
    ).toEqual([]);
    expect((await moved({ dataset: 'opportunities', id: 1, field: 'name', value: 'Other' })).parts).toEqual(
      [],
    );
  });
});
