import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from './project-root.mjs';
import { buildTestProgram } from './run-test-program.mjs';

const corpus = join(projectRoot, 'test/corpus');
const files = [
  'written/dates-of-three-kinds.xlsx',
  'written/iso-dates.xlsx',
  'written/date-1904.xlsx',
  'written/date-1904.xls',
  'written/ordrer.ods',
  'written/ordrer.fods',
  'written/ordrer.xls',
  'written/ordrer.xlsb',
  'written/spreadsheetml.xls',
  'exports/dag-maaned-aar.csv',
  'exports/american-dates.csv',
  'exports/hubspot-deals.csv',
].map((name) => join(corpus, name));

interface Printed {
  readonly timeZone: string;
  readonly midnight: string;
  readonly dates: Readonly<Record<string, readonly string[]>>;
}

let program: string;

beforeAll(async () => {
  program = await buildTestProgram('time-zones');
});

/** What a process that lives in a time zone makes of the files. */
function importedIn(zone: string): Printed {
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, ...files], {
    encoding: 'utf8',
    env: { ...process.env, TZ: zone },
  });
  expect([status, stderr.replace(/^ODS number format.*\n/gm, '')]).toEqual([0, '']);
  return JSON.parse(stdout) as Printed;
}

describe('the same files', () => {
  it('give the same dates in Auckland, in Los Angeles and in universal time', { timeout: 120_000 }, () => {
    const zones = ['Pacific/Auckland', 'UTC', 'America/Los_Angeles'];
    const printed = zones.map(importedIn);
    // The processes did live there: midnight is another instant in each.
    expect(printed.map(({ timeZone }) => timeZone)).toEqual(zones);
    expect(new Set(printed.map(({ midnight }) => midnight)).size).toBe(3);
    const [first] = printed;
    for (const { dates } of printed) expect(dates).toEqual(first?.dates);
    // 46,027 days after 1899-12-30, or 44,565 after 1904-01-01, and 5 January in writing.
    const firstDates = Object.values(first?.dates ?? {}).map(([date]) => date);
    expect(firstDates).toEqual([
      ...Array.from({ length: files.length - 1 }, () => '2026-01-05'),
      '2026-01-02',
    ]);
  });
});
