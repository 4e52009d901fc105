import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { datasetIds } from '@shared/model/dataset';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KpiReader } from '../database/kpi/kpi-reader';
import { createSampleWorkspace } from './sample-workspace';
import type { WorkspaceSession } from './workspace-session';

let folder: string;
let sample: WorkspaceSession;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'quotabench-sample-'));
  sample = await createSampleWorkspace(join(folder, 'sample.qbench'));
});

afterAll(() => {
  sample.close();
  rmSync(folder, { recursive: true });
});

function value(
  kpi: string,
  from: string,
  to: string,
  by: 'team' | 'category' | 'segment',
  key: string,
): number | null {
  const [result] = new KpiReader(sample).evaluate({ kpis: [kpi], from, to, by });
  return result?.rows.find((row) => row.key === key)?.value ?? null;
}

function dump(session: WorkspaceSession): unknown {
  return datasetIds.map((dataset) => session.connection.tuples(`SELECT * FROM ${dataset} ORDER BY id`));
}

describe('the sample workspace', () => {
  it('holds two years of twelve reps in three teams and twenty products with competitors’ prices', () => {
    expect(sample.info()).toMatchObject({
      counts: { reps: 12, products: 20, customers: 150, leads: 3000 },
      undo: null,
      unsaved: false,
    });
    const [orders] = sample.connection.tuples(
      'SELECT substr(min(ordered_on), 1, 7), substr(max(ordered_on), 1, 7), count(DISTINCT substr(ordered_on, 1, 7)) FROM orders',
    );
    expect(orders).toEqual(['2024-11', '2026-10', 24]);
    expect(sample.connection.number('SELECT count(DISTINCT team) FROM reps')).toBe(3);
    expect(sample.connection.number('SELECT count(DISTINCT product_id) FROM competitor_prices')).toBe(20);
  });

  it('is the same each time', async () => {
    const again = await createSampleWorkspace(join(folder, 'again.qbench'));
    expect(dump(again)).toEqual(dump(sample));
    again.close();
  });

  it('tells of a team that misses its quota, so that fewer than 60 % of reps reach theirs', () => {
    expect(value('quota_attainment', '2026-07-01', '2026-09-30', 'team', 'Nord')).toBeLessThan(0.85);
    expect(value('quota_attainment', '2026-07-01', '2026-09-30', 'team', 'Øst')).toBeGreaterThan(1);
    const [result] = new KpiReader(sample).evaluate({
      kpis: ['reps_at_quota'],
      from: '2026-07-01',
      to: '2026-09-30',
    });
    expect(result?.warnings).toEqual(['quotasTooAmbitious']);
  });

  it('tells of sensors that are priced above their market', () => {
    expect(value('price_index', '2026-01-01', '2026-10-31', 'category', 'Sensorer')).toBeGreaterThan(108);
    expect(value('price_index', '2026-01-01', '2026-10-31', 'category', 'Pumper')).toBeLessThan(104);
  });

  it('tells of fish farmers who leave', () => {
    const [before, now] = ['2025', '2026'].map((year) =>
      value('churn_rate', `${year}-01-01`, `${year}-12-31`, 'segment', 'Havbruk'),
    );
    expect(now).toBeGreaterThan((before ?? 1) * 1.5);
  });

  it('breaks no foreign key', () => {
    expect(sample.connection.rows('PRAGMA foreign_key_check')).toEqual([]);
  });
});
