import { readdirSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, posix, relative, sep } from 'node:path';
import { readModule } from './read-module.mjs';
import { BRIDGE_HOLDERS, BRIDGE_WRAPPER, EMPTY_NAMES, ROOMS } from './rooms.mjs';

/**
 * @typedef {object} Finding
 * @property {string} file relative to the project, with forward slashes
 * @property {number} line from 1
 * @property {string} message one sentence
 */

/**
 * Holds every source file against the rooms' table, and every name against the list of empty ones. A test may use
 * any package and Node, but its arrows inside the project are those of the room it stands in.
 *
 * @param {string} projectRoot
 * @returns {readonly Finding[]} in the order of files and lines; empty when all is well
 */
export function brokenArrows(projectRoot) {
  const files = ['src', 'scripts', 'test'].flatMap((folder) => filesUnder(projectRoot, folder)).sort();
  return files.flatMap((file) => [
    ...emptyNameFindings(file),
    ...(/^src\/.*\.[cm]?tsx?$/.test(file) ? moduleFindings(projectRoot, file) : []),
  ]);
}

/**
 * @param {string} projectRoot
 * @param {string} folder
 * @returns {string[]}
 */
function filesUnder(projectRoot, folder) {
  try {
    return readdirSync(join(projectRoot, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(projectRoot, join(entry.parentPath, entry.name)).split(sep).join('/'));
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return [];
    throw error;
  }
}

/**
 * @param {string} file
 * @returns {Finding[]}
 */
function emptyNameFindings(file) {
  return file
    .split('/')
    .filter((name) => EMPTY_NAMES.test(name))
    .map((name) => ({ file, line: 1, message: `the name ${name} does not say what it holds` }));
}

/**
 * @param {string} projectRoot
 * @param {string} file
 * @returns {Finding[]}
 */
function moduleFindings(projectRoot, file) {
  const room = roomOf(file);
  if (room === undefined) return [{ file, line: 1, message: 'the file stands in no room of the table' }];
  const { imports, bridgeLines } = readModule(join(projectRoot, file));
  const bridge = BRIDGE_HOLDERS.test(file) || !file.startsWith('src/renderer/') ? [] : bridgeLines;
  return [
    ...imports.flatMap(({ specifier, line }) => {
      const message = objection(file, room, specifier);
      return message === undefined ? [] : [{ file, line, message }];
    }),
    ...bridge.map((line) => ({ file, line, message: 'only a store may touch the bridge window.quotabench' })),
  ].sort((one, other) => one.line - other.line);
}

/**
 * @param {string} file
 * @returns {import('./rooms.mjs').Room | undefined} with the room's own folder in place of a star
 */
function roomOf(file) {
  for (const room of ROOMS) {
    const pattern = new RegExp(`^${room.path.replace('.', '\\.').replace('*', '[^/]+')}`);
    const [path] = pattern.exec(file) ?? [];
    if (path !== undefined) return { ...room, path };
  }
  return undefined;
}

/**
 * @param {string} file
 * @param {import('./rooms.mjs').Room} room of that file
 * @param {string} specifier
 * @returns {string | undefined} what is wrong with this import
 */
function objection(file, room, specifier) {
  const target = insideProject(file, specifier.replace(/\?.*$/, ''));
  if (target === undefined) return isTest(file) ? undefined : packageObjection(room, specifier);
  // Answers from elsewhere stand there once, for all tests.
  if (isTest(file) && target.startsWith('test/')) return undefined;
  const allowed = room.mayImport.map((path) => (path === 'own' ? room.path : path));
  if (!startsWithAny(target, allowed) || startsWithAny(target, room.mayNotImport ?? [])) {
    return `${room.path} may not import ${target}`;
  }
  return file.endsWith('.tsx') && target === BRIDGE_WRAPPER && !isTest(file)
    ? 'a component may not import the bridge; its store does'
    : undefined;
}

/**
 * @param {string} file
 * @param {string} specifier
 * @returns {string | undefined} the imported path in the project, without a script's extension; nothing for a package
 */
function insideProject(file, specifier) {
  if (specifier.startsWith('@shared/')) return specifier.replace('@shared/', 'src/shared/');
  if (!specifier.startsWith('.')) return undefined;
  return posix.join(posix.dirname(file), specifier).replace(/\.[cm]?[jt]sx?$/, '');
}

/**
 * @param {import('./rooms.mjs').Room} room
 * @param {string} specifier
 */
function packageObjection(room, specifier) {
  const name = isBuiltin(specifier) ? `node:${specifier.replace(/^node:/, '')}` : specifier;
  const forbidden =
    room.onlyPackages === undefined
      ? (room.noPackages ?? []).some((entry) => isPackage(name, entry))
      : !room.onlyPackages.some((entry) => isPackage(name, entry));
  return forbidden ? `${room.path} may not import ${name}` : undefined;
}

/**
 * @param {string} name of the import, which may go deeper into a package
 * @param {string} entry a package, or the beginning of packages' names when it ends in `/`, `-` or `:`
 */
function isPackage(name, entry) {
  return /[/:-]$/.test(entry) ? name.startsWith(entry) : name === entry || name.startsWith(`${entry}/`);
}

/**
 * @param {string} path without extension
 * @param {readonly string[]} places folders or files
 */
function startsWithAny(path, places) {
  return places.some((place) => `${path}/`.startsWith(place) || path === place.replace(/\.ts$/, ''));
}

/** @param {string} file */
function isTest(file) {
  return /\.(test|fixture)\.tsx?$/.test(file);
}
