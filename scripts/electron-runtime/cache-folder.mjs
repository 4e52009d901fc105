import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The folder, outside every checkout, in which runtimes and notes about failed downloads are kept between starts.
 * It is `quotabench` in the user's cache folder, or, for a user whose home cannot be written, one of their own in
 * the folder for temporary files.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {string} an existing, writable, absolute folder
 * @throws {Error} when neither place can be written
 */
export function cacheFolder(env) {
  const inHome = join(env.XDG_CACHE_HOME || join(env.HOME || homedir(), '.cache'), 'quotabench');
  const user = process.getuid?.() ?? env.USERNAME ?? 'user';
  const inTemporary = join(tmpdir(), `quotabench-${user}`);
  const folder = [inHome, inTemporary].find(isOwnWritableFolder);
  if (folder === undefined) throw new Error(`Neither ${inHome} nor ${inTemporary} can be written.`);
  return folder;
}

/**
 * Makes the folder when it is missing. A folder that belongs to somebody else is refused, because programs are
 * started from it.
 *
 * @param {string} folder
 */
function isOwnWritableFolder(folder) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
    return process.getuid === undefined || statSync(folder).uid === process.getuid();
  } catch {
    return false;
  }
}
