/**
 * `npm test`: every check and every test there is. All of them run even when an early one fails; the last line says
 * how many passed and failed, and the exit code is not 0 when anything failed, crashed or ran nothing.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './build-output.mjs';
import { projectRoot } from './project-root.mjs';
import { sum, tallyOfCheck, tallyOfPlaywright, tallyOfVitest } from './test-run/tally.mjs';

/** @typedef {import('./test-run/tally.mjs').Tally} Tally */

const results = join(projectRoot, 'test-results');
const vitestReport = join(results, 'unit.json');
const playwrightReport = join(results, 'e2e.json');

/** @type {{ name: string, seconds: number, tally: Tally }[]} */
const steps = [];

/**
 * @param {string} name
 * @param {() => Promise<Tally>} work
 */
async function step(name, work) {
  const start = performance.now();
  const tally = await work();
  steps.push({ name, seconds: (performance.now() - start) / 1000, tally });
}

/**
 * @param {string[]} args of npm
 * @param {'live' | 'whole'} output shown while it comes, or all at once at the end, for steps that run side by side
 * @returns {Promise<number>} exit code
 */
function npm(args, output) {
  return new Promise((resolve) => {
    const shell = process.platform === 'win32';
    const child = spawn('npm', args, {
      cwd: projectRoot,
      shell,
      stdio: output === 'live' ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    });
    /** @type {Buffer[]} */
    const chunks = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => chunks.push(chunk));
    child.once('error', (error) => {
      console.error(`npm could not be started (${error.message}).`);
      resolve(1);
    });
    child.once('close', (code) => {
      process.stdout.write(Buffer.concat(chunks));
      resolve(code ?? 1);
    });
  });
}

/** @param {string} script */
const check = async (script) => tallyOfCheck(await npm(['run', script], 'whole'));

async function build() {
  try {
    await ensureBuilt(projectRoot);
    return tallyOfCheck(0);
  } catch (error) {
    console.error(/** @type {Error} */ (error).message);
    return tallyOfCheck(1);
  }
}

async function unitTests() {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`];
  return tallyOfVitest(vitestReport, await npm(['run', 'test:unit', '--', ...reporters], 'live'));
}

async function endToEndTests() {
  return tallyOfPlaywright(playwrightReport, await npm(['run', 'test:e2e'], 'live'));
}

// A report of an earlier run must never be counted.
rmSync(results, { recursive: true, force: true });
mkdirSync(results);

await Promise.all([
  step('types', () => check('check:types')),
  step('lint', () => check('check:lint')),
  step('arrows', () => check('check:arrows')),
]);
await step('build', build);
await step('unit and golden', unitTests);
await step('end to end', endToEndTests);

console.log('');
for (const { name, seconds, tally } of steps) {
  const counts = `${tally.passed} passed, ${tally.failed} failed`;
  console.log(`${name.padEnd(16)} ${`${seconds.toFixed(1)} s`.padStart(8)}   ${counts}`);
}
const total = sum(steps.map(({ tally }) => tally));
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(`\n${total.passed} passed, ${total.failed} failed`);
