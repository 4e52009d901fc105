import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { oneAtATime } from './one-at-a-time.mjs';

const OUTPUTS = [
  'out/main/index.cjs',
  'out/main/cli.cjs',
  'out/preload/index.cjs',
  'out/renderer/index.html',
];
const SOURCES = ['src', 'electron.vite.config.ts', 'tsconfig.base.json', 'package.json'];

/** The build failed; what the build had to say about it stands on standard error. */
export class BuildFailedError extends Error {
  /** @override */
  name = 'BuildFailedError';
}

/**
 * Builds the app when an output is missing or older than the newest source (an old one must do where nothing can be
 * written). All of the build's output goes to
 * standard error, so that a program's own standard output stays clean.
 *
 * @param {string} projectRoot
 * @returns {Promise<void>}
 * @throws {BuildFailedError}
 */
export async function ensureBuilt(projectRoot) {
  if (isFresh(projectRoot) || (isBuilt(projectRoot) && !isWritable(projectRoot))) return;
  const out = join(projectRoot, 'out');
  mkdirSync(out, { recursive: true });
  await oneAtATime(join(out, '.build.lock'), () => {
    if (!isFresh(projectRoot)) build(projectRoot);
  });
}

/**
 * @param {string} projectRoot
 * @returns {boolean} whether every output is there and no older than any source; a package without sources is fresh
 */
export function isFresh(projectRoot) {
  if (!isBuilt(projectRoot)) return false;
  const oldestOutput = Math.min(...OUTPUTS.map((path) => statSync(join(projectRoot, path)).mtimeMs));
  return newestChange(SOURCES.map((path) => join(projectRoot, path))) <= oldestOutput;
}

/** @param {string} projectRoot */
function isBuilt(projectRoot) {
  return OUTPUTS.every((path) => existsSync(join(projectRoot, path)));
}

/** @param {string} projectRoot */
function isWritable(projectRoot) {
  try {
    accessSync(projectRoot, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Folders count with their own time as well, which changes when a file in them is deleted. Tests are not built.
 *
 * @param {string[]} paths
 * @returns {number} milliseconds since the epoch, 0 when there is nothing
 */
function newestChange(paths) {
  let newest = 0;
  for (const path of paths.filter((candidate) => existsSync(candidate))) {
    const { mtimeMs } = statSync(path);
    newest = Math.max(newest, mtimeMs);
    for (const entry of folderEntries(path)) newest = Math.max(newest, newestChange([join(path, entry)]));
  }
  return newest;
}

/** @param {string} path */
function folderEntries(path) {
  if (!statSync(path).isDirectory()) return [];
  return readdirSync(path).filter((name) => !/\.test\.tsx?$/.test(name));
}

/**
 * @param {string} projectRoot
 * @returns {string} electron-vite's program, to be run with Node
 */
export function electronVite(projectRoot) {
  const manifest = createRequire(join(projectRoot, 'package.json')).resolve('electron-vite/package.json');
  return join(dirname(manifest), 'bin/electron-vite.js');
}

/** @param {string} projectRoot */
function build(projectRoot) {
  const { status } = spawnSync(process.execPath, [electronVite(projectRoot), 'build'], {
    cwd: projectRoot,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) throw new BuildFailedError('Quotabench could not be built; the reason is given above.');
}
