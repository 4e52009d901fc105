import type { DatasetId } from '@shared/model/dataset';
import { describe, expect, it } from 'vitest';
import { RowReader } from '../rows/row-window';
import { kpiWorkspace, type TypedRows } from './kpi-workspace.fixture';
import { sourceRows } from './source-rows';

const march = { from: '2026-03-01', to: '2026-03-31' };

const rows: TypedRows = {
  reps: [
    { name: 'Anna', team: 'North', region: 'Oslo' },
    { name: 'Bo', team: 'South' },
  ],
  customers: [
    { name: 'Acme', region: 'Bergen', segment: 'Large' },
    { name: 'Beta', region: 'Oslo' },
  ],
  opportunities: [
    {
      deal_id: 'won',
      stage: 'Closed Won',
      rep: 'Anna',
      customer: 'Acme',
      closed_on: '2026-03-05',
      amount: 1,
    },
    { deal_id: 'lost', stage: 'Tapt', rep: 'Bo', customer: 'Acme', closed_on: '2026-03-06', amount: 1 },
    { deal_id: 'later', stage: 'Closed Won', rep: 'Bo', closed_on: '2026-04-06', amount: 1 },
    { deal_id: 'open', stage: 'Proposal', rep: 'Bo', customer: 'Beta', amount: 1 },
  ],
  leads: [
    { name: 'converted', created_on: '2026-03-01', status: 'KUNDE' },
    { name: 'open', created_on: '2026-03-02', status: 'Open' },
    { name: 'other month', created_on: '2026-04-02', status: 'Kunde' },
  ],
  quotas: [
    { period: '2026-Q1', rep: 'Anna', amount: 1 },
    { period: '2026-Q2', rep: 'Anna', amount: 1 },
  ],
};

describe('the rows behind a KPI', () => {
  async function found(
    question: Omit<Parameters<typeof sourceRows>[2], 'from' | 'to'>,
    dataset: DatasetId,
    field: string,
  ) {
    const { session, kpis } = await kpiWorkspace(rows);
    const sources = sourceRows(session.connection, kpis.measures, { ...march, ...question });
    const source = sources.find((candidate) => candidate.dataset === dataset);
    if (!source) return null;
    const query = { dataset, filter: source.filter, sort: [], search: '' };
    return new RowReader(session).window(query, 0, 100).rows.map(({ cells }) => cells[field]);
  }

  it('are those that its sums take, each narrowed as the KPI is', async () => {
    const deals = (kpi: string, filter = {}) => found({ kpi, filter }, 'opportunities', 'deal_id');
    expect(await deals('bookings')).toEqual(['won']);
    expect(await deals('win_rate')).toEqual(['won', 'lost']);
    expect(await deals('win_rate', { team: ['South'] })).toEqual(['lost']);
    expect(await deals('win_rate', { segment: ['Large'], rep: ['Anna'] })).toEqual(['won']);
    expect(await deals('win_rate', { segment: [''] })).toEqual([]);
    expect(await deals('win_rate', { region: ['Oslo'] })).toEqual(['won']);
    expect(await deals('win_rate', { region: ['Bergen'] })).toEqual(['lost']);
    expect(await deals('pipeline_coverage')).toEqual(['later', 'open']);
    // Without orders, revenue is made of the deals won.
    expect(await deals('revenue')).toEqual(['won']);
  });

  it('are the whole of what a rate divides by', async () => {
    expect(await found({ kpi: 'lead_conversion_rate' }, 'leads', 'name')).toEqual(['converted', 'open']);
  });

  it('include the quotas that lie in the period', async () => {
    expect(await found({ kpi: 'quota_attainment' }, 'quotas', 'period')).toEqual(['2026-Q1']);
    expect(await found({ kpi: 'bookings' }, 'quotas', 'period')).toBeNull();
  });
});
