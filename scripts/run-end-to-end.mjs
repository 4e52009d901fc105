/**
 * `npm run test:e2e [-- ARGUMENTS OF PLAYWRIGHT]`: the end-to-end tests, on the built app in the real Electron.
 * Without a display they run on a virtual one.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ensureBuilt } from './build-output.mjs';
import { electronEnvironment, hasDisplay, sandboxSwitches } from './electron-runtime/launch-conditions.mjs';
import { resolveElectron } from './electron-runtime/resolve-electron.mjs';
import { projectRoot } from './project-root.mjs';
import { exitWith, runToExit } from './run-to-exit.mjs';

const VIRTUAL_SCREEN = ['-a', '-s', '-screen 0 1920x1080x24'];
const NO_DISPLAY =
  'The end-to-end tests need a display, or xvfb-run to make a virtual one (Debian, Ubuntu: apt-get install xvfb xauth).';

await exitWith(async () => {
  const args = process.argv.slice(2);
  if (!hasDisplay()) {
    if (spawnSync('xvfb-run', ['--help'], { stdio: 'ignore' }).status !== 0) throw new Error(NO_DISPLAY);
    return runToExit('xvfb-run', [...VIRTUAL_SCREEN, process.execPath, import.meta.filename, ...args]);
  }
  await ensureBuilt(projectRoot);
  const { executable } = await resolveElectron({ projectRoot });
  const env = {
    ...electronEnvironment(),
    QUOTABENCH_E2E_ELECTRON: executable,
    QUOTABENCH_E2E_SANDBOX: sandboxSwitches().length > 0 ? 'off' : 'on',
  };
  return runToExit(process.execPath, [playwright(), 'test', ...args], { cwd: projectRoot, env });
});

/** @returns {string} Playwright's test runner, to be run with Node */
function playwright() {
  const manifest = createRequire(import.meta.url).resolve('@playwright/test/package.json');
  return join(dirname(manifest), 'cli.js');
}
