/** `npm start [-- WORKSPACE.qbench]`: builds when needed and opens the app. */
import { ensureBuilt } from './build-output.mjs';
import { electronEnvironment, hasDisplay, sandboxSwitches } from './electron-runtime/launch-conditions.mjs';
import { resolveElectron } from './electron-runtime/resolve-electron.mjs';
import { projectRoot } from './project-root.mjs';
import { exitWith, runToExit } from './run-to-exit.mjs';

const NO_DISPLAY = `Quotabench's window needs a display, and neither DISPLAY nor WAYLAND_DISPLAY is set.
On a machine without a screen, a virtual one will do:   xvfb-run -a npm start
The command line needs no display at all:               npm run cli -- --help
`;

/** What the dynamic loader ends with when a library of the system is missing. */
const LIBRARY_MISSING = 127;
const LIBRARIES = `Electron could not be loaded because libraries of the system are missing. On Debian and Ubuntu:
  apt-get install libgtk-3-0 libnss3 libasound2 libgbm1 libxss1 libatk-bridge2.0-0
`;

await exitWith(async () => {
  if (!hasDisplay()) {
    process.stderr.write(NO_DISPLAY);
    return 1;
  }
  await ensureBuilt(projectRoot);
  const { executable } = await resolveElectron({ projectRoot });
  // Paths among the arguments are the caller's, so the app starts in the caller's folder.
  const cwd = process.env.INIT_CWD ?? process.cwd();
  const args = [...sandboxSwitches(), projectRoot, ...process.argv.slice(2)];
  const code = await runToExit(executable, args, { cwd, env: electronEnvironment() });
  if (code === LIBRARY_MISSING) process.stderr.write(LIBRARIES);
  return code;
});
