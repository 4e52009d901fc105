import { mkdirSync, mkdtempSync, rmSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isFresh } from './build-output.mjs';

let project: string;

/** Writes a file with a time of its own, in seconds; its folder gets the same time. */
function write(path: string, seconds: number): void {
  const file = join(project, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '');
  utimesSync(file, seconds, seconds);
  utimesSync(dirname(file), seconds, seconds);
}

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'quotabench-build-'));
  for (const source of ['src/main/index.ts', 'src/cli/index.ts', 'package.json']) write(source, 1000);
  utimesSync(join(project, 'src'), 1000, 1000);
  for (const output of ['main/index.cjs', 'main/cli.cjs', 'preload/index.cjs', 'renderer/index.html']) {
    write(join('out', output), 2000);
  }
});

afterEach(() => rmSync(project, { recursive: true, force: true }));

describe('a build', () => {
  it('is fresh when every output is newer than every source', () => {
    expect(isFresh(project)).toBe(true);
  });

  it('is stale when one output is missing', () => {
    unlinkSync(join(project, 'out/main/cli.cjs'));
    expect(isFresh(project)).toBe(false);
  });

  it('is stale when a source is newer than the oldest output', () => {
    write('out/main/index.cjs', 4000);
    write('src/main/index.ts', 3000);
    expect(isFresh(project)).toBe(false);
  });

  it('is stale when a source has been deleted', () => {
    unlinkSync(join(project, 'src/cli/index.ts'));
    expect(isFresh(project)).toBe(false);
  });

  it('stays fresh when a test changes', () => {
    write('src/main/index.test.ts', 3000);
    utimesSync(join(project, 'src/main'), 1000, 1000);
    expect(isFresh(project)).toBe(true);
  });
});
