import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { WorkspaceSession } from '../../src/main/workspace/workspace-session';
import { corpusFiles, importDamaged } from './import-damaged';

const corpus = resolve(import.meta.dirname, '../corpus');

// `npm run fuzz` does thousands of them.
it('a damaged file is imported or refused with a reason, and a refusal changes nothing', {
  timeout: 120_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'quotabench-fuzz-'));
  const session = await WorkspaceSession.create(join(folder, 'fuzz.qbench'));
  const files = corpusFiles(corpus);
  const failures: unknown[] = [];
  for (let seed = 1; seed <= 200; seed += 1) {
    const failure = await importDamaged(session, folder, files, seed);
    if (failure !== null) failures.push([seed, failure]);
  }
  session.close();
  rmSync(folder, { recursive: true });
  expect(failures).toEqual([]);
});
