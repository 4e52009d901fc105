import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../project-root.mjs';
import { sum, tallyOfCheck, tallyOfPlaywright, tallyOfVitest } from './tally.mjs';

let folder: string;

/** Inside the project, so that the runners' packages are found from there. */
beforeAll(() => {
  mkdirSync(join(projectRoot, 'out'), { recursive: true });
  folder = mkdtempSync(join(projectRoot, 'out/tally-'));
  writeFileSync(join(folder, 'vitest.config.mjs'), 'export default {};');
  const playwright = { testDir: '.', testMatch: '**/*.test.mjs', outputDir: 'left', respectGitIgnore: false };
  writeFileSync(join(folder, 'playwright.config.mjs'), `export default ${JSON.stringify(playwright)};`);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const RUNNERS = {
  vitest: {
    program: 'node_modules/vitest/vitest.mjs',
    args: (file: string) => ['run', '--root', folder, file, '--reporter=json'],
    reportVariable: 'VITEST_JSON_OUTPUT_FILE',
    tally: tallyOfVitest,
  },
  '@playwright/test': {
    program: 'node_modules/@playwright/test/cli.js',
    args: (file: string) => ['test', '--config', folder, file, '--reporter=json'],
    reportVariable: 'PLAYWRIGHT_JSON_OUTPUT_FILE',
    tally: tallyOfPlaywright,
  },
} as const;

/** Lets a real runner run one file of this content and counts what it reported. */
function tallyOf(runner: keyof typeof RUNNERS, content: string) {
  const { program, args, reportVariable, tally } = RUNNERS[runner];
  const name = `${runner.replace(/\W/g, '')}-${content.length}`;
  writeFileSync(join(folder, `${name}.test.mjs`), content);
  const report = join(folder, `${name}.json`);
  const reportArgs = runner === 'vitest' ? [`--outputFile=${report}`] : [];
  const { status } = spawnSync(
    process.execPath,
    [join(projectRoot, program), ...args(`${name}.test.mjs`), ...reportArgs],
    {
      cwd: folder,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, [reportVariable]: report },
      stdio: 'ignore',
    },
  );
  return tally(report, status ?? 1);
}

describe.each(Object.keys(RUNNERS) as (keyof typeof RUNNERS)[])('the tally of %s', (runner) => {
  const begin = `import { test, expect } from '${runner}';`;

  it('counts every test that passed and every one that failed', () => {
    const tests = `test('a', () => {}); test('b', () => {}); test('c', () => { expect(1).toBe(2); });`;
    expect(tallyOf(runner, `${begin} ${tests}`)).toEqual({ passed: 2, failed: 1 });
  });

  it('counts a file that cannot be run as a failure', () => {
    expect(tallyOf(runner, `${begin} throw new Error('broken');`)).toEqual({ passed: 0, failed: 1 });
  });

  it('counts a run without tests as a failure', () => {
    expect(tallyOf(runner, begin)).toEqual({ passed: 0, failed: 1 });
  });

  it('counts a run that left no report as a failure', () => {
    expect(RUNNERS[runner].tally(join(folder, 'missing.json'), 0)).toEqual({ passed: 0, failed: 1 });
  });
});

describe('the tally', () => {
  it('counts a check as one test', () => {
    expect([tallyOfCheck(0), tallyOfCheck(2)]).toEqual([
      { passed: 1, failed: 0 },
      { passed: 0, failed: 1 },
    ]);
  });

  it('adds up', () => {
    const tallies = [
      { passed: 1, failed: 0 },
      { passed: 40, failed: 2 },
    ];
    expect(sum(tallies)).toEqual({ passed: 41, failed: 2 });
  });

  it('notices a run that fails although all its tests passed', () => {
    const report = join(folder, 'all-passed.json');
    writeFileSync(report, JSON.stringify({ numPassedTests: 3, numFailedTests: 0, testResults: [] }));
    expect(tallyOfVitest(report, 1)).toEqual({ passed: 3, failed: 1 });
  });
});
