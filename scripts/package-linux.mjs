/**
 * `npm run package:linux [-- FOLDER]`: the app as a folder for Linux, `dist/linux-unpacked` or `FOLDER/linux-unpacked`.
 * It is made from the pinned Electron;
 * where that cannot be had, from the runtime that the resolver finds, which is good for trying the package out only.
 */
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { ensureBuilt } from './build-output.mjs';
import { resolveElectron } from './electron-runtime/resolve-electron.mjs';
import { projectRoot } from './project-root.mjs';
import { exitWith, runToExit } from './run-to-exit.mjs';

await exitWith(async () => {
  await ensureBuilt(projectRoot);
  const { way, executable, version } = await resolveElectron({ projectRoot });
  const runtime =
    way === 'pinned'
      ? []
      : [`--config.electronDist=${dirname(executable)}`, `--config.electronVersion=${version}`];
  const manifest = createRequire(import.meta.url).resolve('electron-builder/package.json');
  const output = resolve(process.env.INIT_CWD ?? '.', process.argv[2] ?? join(projectRoot, 'dist'));
  const target = ['--linux', 'dir', `--config.directories.output=${output}`];
  const args = [join(dirname(manifest), 'cli.js'), ...target, ...runtime];
  const code = await runToExit(process.execPath, args, { cwd: projectRoot });
  // The fallback's own loader of apps has come along; the packaged app stands beside it, in app.asar.
  rmSync(join(output, 'linux-unpacked/resources/app'), { recursive: true, force: true });
  return code;
});
