import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cacheFolder } from './cache-folder.mjs';
import { fallbackElectron, PUBLISHED_FALLBACK } from './fallback-electron.mjs';
import { pinnedElectron } from './pinned-electron.mjs';

/**
 * @typedef {object} ElectronRuntime
 * @property {'override' | 'pinned' | 'fallback'} way how it was found
 * @property {string} executable absolute path
 * @property {string} version
 *
 * @typedef {object} ResolveOptions
 * @property {string} projectRoot the folder of package.json and node_modules
 * @property {NodeJS.ProcessEnv} [env]
 * @property {string} [platform] in Node's words, such as `linux`
 * @property {string} [arch] in Node's words, such as `x64`
 * @property {import('./fallback-electron.mjs').FallbackSource} [fallback]
 * @property {(line: string) => void} [say] told in one line which way was taken; standard error when left out
 */

/** There is no Electron to be had; the message is one sentence for the person at the keyboard. */
export class NoElectronError extends Error {
  /** @override */
  name = 'NoElectronError';
}

/**
 * Finds an Electron to run the app with. The first that works is taken: the folder that
 * `ELECTRON_OVERRIDE_DIST_PATH` names, the binary of the pinned `electron` package, the fallback from the npm
 * registry (linux-x64 only, for development and tests only).
 *
 * @param {ResolveOptions} options
 * @returns {Promise<ElectronRuntime>}
 * @throws {NoElectronError}
 */
export async function resolveElectron({
  projectRoot,
  env = process.env,
  platform = process.platform,
  arch = process.arch,
  fallback = PUBLISHED_FALLBACK,
  say = (line) => process.stderr.write(`${line}\n`),
}) {
  const override = overriddenElectron(env, platform, say);
  if (override !== undefined) {
    say(`Electron ${override.version} from ELECTRON_OVERRIDE_DIST_PATH (${override.executable}).`);
    return { way: 'override', ...override };
  }
  const cache = cacheFolder(env);
  const pinned = pinnedElectron(projectRoot, cache, env);
  if ('executable' in pinned) {
    say(`Electron ${pinned.version}, the pinned one (${pinned.executable}).`);
    return { way: 'pinned', ...pinned };
  }
  const why = `the pinned Electron ${pinned.version} is not there: ${pinned.reason}`.replace('  ', ' ');
  if (platform !== 'linux' || arch !== 'x64') {
    throw noElectron(
      `${why}, and the fallback runtime exists for linux-x64 only, not for ${platform}-${arch}`,
    );
  }
  try {
    const executable = await fallbackElectron(fallback, projectRoot, cache, env, say);
    say(`Electron ${fallback.version}, an older runtime for development and tests only (${why}).`);
    return { way: 'fallback', executable, version: fallback.version };
  } catch (error) {
    throw noElectron(
      `${why}, and the fallback runtime could not be had: ${/** @type {Error} */ (error).message}`,
    );
  }
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} platform
 * @param {(line: string) => void} say
 */
function overriddenElectron(env, platform, say) {
  if (!env.ELECTRON_OVERRIDE_DIST_PATH) return undefined;
  const dist = resolve(env.ELECTRON_OVERRIDE_DIST_PATH);
  const executable = join(dist, executableName(platform));
  if (!existsSync(executable)) {
    say(`ELECTRON_OVERRIDE_DIST_PATH is passed over, since there is no ${executable}.`);
    return undefined;
  }
  const versionFile = join(dist, 'version');
  const version = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') : '';
  return { executable, version: version || 'of unknown version' };
}

/** @param {string} platform */
function executableName(platform) {
  if (platform === 'win32') return 'electron.exe';
  return platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
}

/** @param {string} why */
function noElectron(why) {
  return new NoElectronError(
    `There is no Electron to run Quotabench with: ${why}; connect to a network that allows one of the two, or set ` +
      'ELECTRON_OVERRIDE_DIST_PATH to a folder that holds an unpacked Electron.',
  );
}
