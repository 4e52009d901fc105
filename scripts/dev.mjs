/** `npm run dev`: the app with hot reload, through electron-vite. */

import { electronVite } from './build-output.mjs';
import { electronEnvironment, hasDisplay, sandboxSwitches } from './electron-runtime/launch-conditions.mjs';
import { resolveElectron } from './electron-runtime/resolve-electron.mjs';
import { projectRoot } from './project-root.mjs';
import { exitWith, runToExit } from './run-to-exit.mjs';

await exitWith(async () => {
  if (!hasDisplay())
    throw new Error('npm run dev needs a display; a virtual one will do: xvfb-run -a npm run dev');
  const { executable } = await resolveElectron({ projectRoot });
  const env = {
    ...electronEnvironment(),
    ELECTRON_EXEC_PATH: executable,
    NO_SANDBOX: sandboxSwitches().length > 0 ? '1' : '0',
  };
  const args = [electronVite(projectRoot), 'dev', ...process.argv.slice(2)];
  return runToExit(process.execPath, args, { cwd: projectRoot, env });
});
