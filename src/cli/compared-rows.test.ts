import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runCommandLine } from './command-line';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quotabench-cli-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

const rowSchema = z.object({
  key: z.string(),
  value: z.number().nullable(),
  interval: z.object({ low: z.number(), high: z.number() }).optional(),
  chance: z.number().nullable().optional(),
  verdict: z.string().optional(),
});
const replySchema = z.object({ kpis: z.array(z.object({ id: z.string(), rows: z.array(rowSchema) })) });

async function run(...words: string[]): Promise<string> {
  let [stdout, stderr] = ['', ''];
  const code = await runCommandLine([...words, '--json'], {
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text) },
  });
  expect([code, stderr]).toEqual([0, '']);
  return stdout;
}

/** So many leads of a source, of which so many are converted. */
function leads(source: string, converted: number, of: number): string[] {
  return Array.from({ length: of }, (_, place) => {
    const on = place < converted ? '2026-03-02' : '';
    return `${source}-${place},2026-02-01,${source},${on}`;
  });
}

describe('the command line on a KPI that is so many of so many', () => {
  it('gives each row its interval and its verdict, so that 3 of 4 is not better than 150 of 250', async () => {
    const workspace = join(folder, 'leads.qbench');
    const file = join(folder, 'leads.csv');
    const rows = [...leads('Event', 3, 4), ...leads('Web', 150, 250), ...leads('List', 10, 200)];
    writeFileSync(file, ['lead_id,created_on,source,converted_on', ...rows].join('\n'));
    await run('new', workspace);
    await run('import', workspace, file);
    const asked = async (basis: string) => {
      const words = ['--kpi', 'lead_conversion_rate', '--by', 'source', '--basis', basis];
      const text = await run('kpi', workspace, ...words, '--from', '2026-01-01', '--to', '2026-12-31');
      return replySchema.parse(JSON.parse(text)).kpis[0]?.rows ?? [];
    };
    const found = new Map((await asked('cohort')).map((row) => [row.key, row]));
    // Wilson 1927 with z = 1.959964, by Python:
    // p = k/n; (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n)
    // 3 of 4: 0.300642 to 0.954413; 150 of 250: 0.538202 to 0.658772.
    expect(found.get('Event')?.interval?.low).toBeCloseTo(0.300642, 5);
    expect(found.get('Event')?.interval?.high).toBeCloseTo(0.954413, 5);
    expect(found.get('Web')?.interval?.low).toBeCloseTo(0.538202, 5);
    expect(found.get('Web')?.interval?.high).toBeCloseTo(0.658772, 5);
    expect(['Event', 'Web', 'List'].map((key) => found.get(key)?.verdict)).toEqual([
      'none',
      'higher',
      'lower',
    ]);
    expect(found.get('Event')?.chance).toBeGreaterThan(0.05);
    // Leads converted in a period are no part of those created in it.
    expect((await asked('period')).every((row) => row.verdict === undefined)).toBe(true);
  });
});
