import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { WorkspaceSession } from '../../src/main/workspace/workspace-session';
import { corpusFiles, importDamaged } from './import-damaged';

/** `fuzz [COUNT [FIRST]]`: imports COUNT damaged files, the first of them made from the seed FIRST. */
const [count = 10_000, first = 1] = process.argv.slice(2).map(Number);
const corpus = resolve(process.cwd(), 'test/corpus');
/** None of the files needs a fraction of it. */
const patience = 20_000;

const messageSchema = z.object({ seed: z.number(), failure: z.string().nullable() });

if (process.send === undefined) process.exitCode = await watch();
else await work(first, first + count);

/** Lets another process do the work, and starts a new one behind a file on which it hangs or that ends it. */
async function watch(): Promise<number> {
  const failures: string[] = [];
  let next = first;
  const end = first + count;
  while (next < end) {
    const stopped = await runUntilStopped(next, end, failures);
    if (stopped === null) break;
    failures.push(`seed ${stopped}: hangs or ends the process`);
    next = stopped + 1;
  }
  for (const failure of failures) console.error(failure);
  console.log(
    `${count} damaged files: ${count - failures.length} imported or refused with a reason, ${failures.length} not`,
  );
  return failures.length === 0 ? 0 : 1;
}

/** The seed at which the process stopped, or null when it came to the end. */
function runUntilStopped(from: number, to: number, failures: string[]): Promise<number | null> {
  return new Promise((done) => {
    let current = from;
    const worker = fork(fileURLToPath(import.meta.url), [`${to - from}`, `${from}`], { silent: true });
    const stop = () => void worker.kill('SIGKILL');
    let timer = setTimeout(stop, patience);
    worker.on('message', (message) => {
      const { seed, failure } = messageSchema.parse(message);
      clearTimeout(timer);
      timer = setTimeout(stop, patience);
      current = seed + 1;
      if (failure !== null) failures.push(`seed ${seed}: ${failure}`);
    });
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      clearTimeout(timer);
      done(current < to ? current : null);
    });
  });
}

async function work(from: number, to: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'quotabench-fuzz-'));
  const session = await WorkspaceSession.create(join(folder, 'fuzz.qbench'));
  const files = corpusFiles(corpus);
  for (let seed = from; seed < to; seed += 1) {
    process.send?.({ seed, failure: await importDamaged(session, folder, files, seed) });
  }
  session.close();
  rmSync(folder, { recursive: true });
}
