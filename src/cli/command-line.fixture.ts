import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import { z } from 'zod';
import { answers } from '../../test/golden/answers';
import { runCommandLine } from './command-line';

/** Where the data sets stand that have answers from elsewhere. */
export const golden = resolve(import.meta.dirname, '../../test/golden/data');

/** What was computed of the CRM export elsewhere. */
export const { crm } = answers;

/** The options for the year of the CRM export. */
export const in2017 = ['--from', '2017-01-01', '--to', '2017-12-31'] as const;

/** What `kpi` replies, as far as tests look into it. */
export const kpiReply = z.object({
  kpis: z.array(
    z.object({
      value: z.number().nullable(),
      rows: z.array(z.object({ key: z.string(), value: z.number().nullable() })).default([]),
    }),
  ),
});

/** Runs the program with these words. */
export async function run(...words: string[]) {
  let [stdout, stderr] = ['', ''];
  const code = await runCommandLine(words, {
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text) },
  });
  return { code, stdout, stderr };
}

/** What a command replies that succeeds. */
export async function reply(...words: string[]): Promise<unknown> {
  const { code, stdout, stderr } = await run(...words, '--json');
  expect([code, stderr]).toEqual([0, '']);
  return JSON.parse(stdout);
}

/** A folder of its own for each test, and the path of a workspace in it. */
export interface Desk {
  folder: string;
  workspace: string;
  /** Writes a file into the folder; returns its path. */
  write(name: string, content: string): string;
}

/** Gives each test of a file a folder of its own. */
export function useDesk(): Desk {
  const desk: Desk = {
    folder: '',
    workspace: '',
    write: (name, content) => {
      const path = join(desk.folder, name);
      writeFileSync(path, content);
      return path;
    },
  };
  beforeEach(() => {
    desk.folder = mkdtempSync(join(tmpdir(), 'quotabench-cli-'));
    desk.workspace = join(desk.folder, 'Salg på kysten.qbench');
  });
  afterEach(() => rmSync(desk.folder, { recursive: true }));
  return desk;
}

/** The same with the CRM export in the workspace. */
export function useCrmDesk(): Desk {
  const desk = useDesk();
  beforeEach(async () => {
    await reply('new', desk.workspace);
    const sources = ['sales_teams.csv', 'products.csv', 'accounts.csv', 'sales_pipeline.csv'];
    expect(
      await reply('import', desk.workspace, ...sources.map((name) => join(golden, 'crm', name))),
    ).toMatchObject({
      batches: [
        { dataset: 'reps', inserted: 35, updated: 0 },
        { dataset: 'products', inserted: 7, updated: 0 },
        { dataset: 'customers', inserted: 85, updated: 0 },
        { dataset: 'opportunities', inserted: 8800, updated: 0 },
      ],
    });
  });
  return desk;
}

/** A sheet with a quota of 90,000 a quarter for each rep who has deals in the CRM export. */
export function flatQuotas(): string {
  const quarters = ['2017-Q1', '2017-Q2', '2017-Q3', '2017-Q4'];
  const lines = Object.keys(crm.bookings_by_rep).flatMap((rep) =>
    quarters.map((quarter) => `${rep},${quarter},90000`),
  );
  return ['Rep,Period,Quota', ...lines, ''].join('\n');
}
