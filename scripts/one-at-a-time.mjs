import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const POLL_MS = 200;
const PATIENCE_MS = 10 * 60_000;

/**
 * Runs work that two processes must not do at once (unpacking a runtime, building). A lock file holds the process
 * id of the one at work; the lock of a process that has died is taken over.
 *
 * @template T
 * @param {string} lockFile in a folder that exists
 * @param {() => T | Promise<T>} work should first look whether another process has done it in the meantime
 * @returns {Promise<T>}
 * @throws {Error} when another live process holds the lock for more than ten minutes
 */
export async function oneAtATime(lockFile, work) {
  const deadline = Date.now() + PATIENCE_MS;
  while (!tryLock(lockFile)) {
    if (Date.now() > deadline) throw new Error(`Another process has held ${lockFile} for ten minutes.`);
    await wait(POLL_MS);
  }
  try {
    return await work();
  } finally {
    rmSync(lockFile, { force: true });
  }
}

/** @param {string} lockFile */
function tryLock(lockFile) {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    removeIfAbandoned(lockFile);
    return false;
  }
}

/** @param {string} lockFile */
function removeIfAbandoned(lockFile) {
  try {
    const holder = Number(readFileSync(lockFile, 'utf8'));
    if (Number.isInteger(holder) && holder > 0 && !isAlive(holder)) {
      const aside = `${lockFile}.${process.pid}`;
      renameSync(lockFile, aside);
      rmSync(aside, { force: true });
    }
  } catch (error) {
    // Gone in the meantime: its holder has finished, or somebody else removed it.
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ENOENT') throw error;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
