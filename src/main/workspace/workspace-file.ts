import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { QuotabenchError } from '@shared/model/error';

/** Every SQLite file begins so, per the SQLite file format, section 1.3. */
const signature = Buffer.from('SQLite format 3\0', 'latin1');

/**
 * Reads a workspace file whole.
 * @throws QuotabenchError `workspaceMissing`, `workspaceUnreadable`, `notAWorkspace`.
 */
export async function readWorkspaceFile(path: string): Promise<Uint8Array> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new QuotabenchError('workspaceMissing', { path });
    throw new QuotabenchError('workspaceUnreadable', { path, detail: error.code ?? error.message });
  });
  if (!bytes.subarray(0, signature.length).equals(signature))
    throw new QuotabenchError('notAWorkspace', { path });
  return bytes;
}

/** Whether the file may be replaced where it lies. */
export async function isWritable(path: string): Promise<boolean> {
  try {
    await access(path, constants.W_OK);
    await access(dirname(path), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Puts a whole new content in the file's place: written beside it and flushed, then renamed over it, so that a crash leaves
 * either the old file or the new one.
 * @throws QuotabenchError `workspaceFolderMissing`, `saveFailed`.
 */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path);
  const beside = `${path}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    await writeFlushed(beside, bytes, await modeOf(path));
    await rename(beside, path);
    await flushFolder(folder);
  } catch (error) {
    await rm(beside, { force: true });
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new QuotabenchError('workspaceFolderMissing', { folder }, { cause: error });
    throw new QuotabenchError('saveFailed', { path, detail: code ?? message }, { cause: error });
  }
}

async function modeOf(path: string): Promise<number> {
  const ownerOnly = 0o600;
  return stat(path).then(
    (found) => found.mode & 0o777,
    () => ownerOnly,
  );
}

async function writeFlushed(path: string, bytes: Uint8Array, mode: number): Promise<void> {
  const file = await open(path, 'wx', mode);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes the rename itself durable. Windows has no such call and needs none. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
