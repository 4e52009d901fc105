#!/usr/bin/env node
/**
 * `npm run --silent cli -- …` and the `quotabench` program: the command line, in this very process, so that its
 * streams and exit code are the caller's. It is built first when needed, without a word on standard output.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './build-output.mjs';
import { projectRoot } from './project-root.mjs';

try {
  await ensureBuilt(projectRoot);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
}
// `npm run` starts scripts in the project's folder; paths among the arguments are meant from the caller's.
if (process.env.npm_lifecycle_event === 'cli' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
await import(pathToFileURL(join(projectRoot, 'out/main/cli.cjs')).href);
