import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const DOWNLOAD_LIMIT_MS = 3 * 60_000;
const FAILURE_REMEMBERED_MS = 6 * 3_600_000;

/**
 * @typedef {{ executable: string, version: string }} PinnedElectron
 * @typedef {{ version: string, reason: string }} PinnedElectronMissing `reason` completes "it could not be had: …"
 */

/**
 * The binary of the `electron` package that package.json pins. The package is never required, since that starts a
 * download without an end: its folder is looked into, and its own install script is run once when the binary is
 * not there yet. A failure is remembered for six hours, so that not every start waits for the network.
 *
 * @param {string} projectRoot
 * @param {string} cache folder for the note of a failure
 * @param {NodeJS.ProcessEnv} env
 * @returns {PinnedElectron | PinnedElectronMissing}
 */
export function pinnedElectron(projectRoot, cache, env) {
  const folder = electronPackageFolder(projectRoot);
  if (folder === undefined)
    return { version: '', reason: 'the electron package is not installed (run npm ci)' };
  const version = String(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version);
  const present = installedExecutable(folder);
  if (present !== undefined) return { executable: present, version };

  const note = join(cache, `electron-${version}-download-failed.json`);
  const remembered = rememberedFailure(note);
  if (remembered !== undefined) return { version, reason: `${remembered}; remembered in ${note}` };
  const failure = download(folder, env);
  const downloaded = failure === undefined ? installedExecutable(folder) : undefined;
  if (downloaded !== undefined) {
    rmSync(note, { force: true });
    return { executable: downloaded, version };
  }
  const reason = failure ?? 'its install script left no binary';
  writeFileSync(note, JSON.stringify({ at: new Date().toISOString(), reason }));
  return { version, reason };
}

/** @param {string} projectRoot */
export function electronPackageFolder(projectRoot) {
  try {
    return dirname(createRequire(join(projectRoot, 'package.json')).resolve('electron/package.json'));
  } catch {
    return undefined;
  }
}

/**
 * @param {string} folder of the electron package, whose `path.txt` names the executable inside `dist`
 * @returns {string | undefined}
 */
function installedExecutable(folder) {
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const executable = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(executable) ? executable : undefined;
}

/** @param {string} note */
function rememberedFailure(note) {
  try {
    const { at, reason } = JSON.parse(readFileSync(note, 'utf8'));
    return Date.now() - Date.parse(at) < FAILURE_REMEMBERED_MS ? String(reason) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | undefined} why it failed
 */
function download(folder, env) {
  const { status, stderr } = spawnSync(process.execPath, [join(folder, 'install.js')], {
    // The override belongs to way one; with it set, the script would believe that it has nothing to do.
    env: { ...env, ELECTRON_OVERRIDE_DIST_PATH: '' },
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: DOWNLOAD_LIMIT_MS,
    killSignal: 'SIGKILL',
  });
  if (status === 0) return undefined;
  if (status === null) return `the download took more than ${DOWNLOAD_LIMIT_MS / 60_000} minutes`;
  const message = /^\w*Error: (.+)$/m.exec(stderr)?.[1] ?? `exit code ${status}`;
  return `the download failed (${message})`;
}
