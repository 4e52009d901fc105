import { randomBytes } from 'node:crypto';
import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type ErrorCode, type ErrorParameters, QuotabenchError } from '@shared/model/error';

/** Writes the content of a file that is open and empty. */
export type FileWriter = (file: FileHandle) => Promise<void>;

/**
 * Puts a whole new content in the file's place: written beside it and flushed, then renamed over it, so that a crash leaves
 * either the old file or the new one. Where the path is a link, the file that it leads to is replaced.
 *
 * @param failed the code of the error where no other fits; it takes `path` and `detail`.
 * @throws QuotabenchError `workspaceFolderMissing`, `pathIsFolder`, `folderReadOnly`, `diskFull`, `failed`, and what `write` throws of
 * that kind. Then the file is as it was.
 */
export async function replaceFile(path: string, write: FileWriter, failed: ErrorCode): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const beside = `${target}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    await writeFlushed(beside, write, await modeOf(target));
    await rename(beside, target);
    await flushFolder(dirname(target));
  } catch (error) {
    await rm(beside, { force: true });
    if (error instanceof QuotabenchError) throw error;
    throw await explained(error as NodeJS.ErrnoException, path, failed);
  }
}

async function explained(
  error: NodeJS.ErrnoException,
  path: string,
  failed: ErrorCode,
): Promise<QuotabenchError> {
  const because = (code: ErrorCode, parameters: ErrorParameters) =>
    new QuotabenchError(code, parameters, { cause: error });
  const folder = dirname(path);
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (isFolder) return because('pathIsFolder', { path });
  switch (error.code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return because('workspaceFolderMissing', { folder });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return because('folderReadOnly', { folder });
    case 'ENOSPC':
    case 'EDQUOT':
      return because('diskFull', { path });
    default:
      return because(failed, { path, detail: error.code ?? error.message });
  }
}

async function modeOf(path: string): Promise<number> {
  const ownerOnly = 0o600;
  return stat(path).then(
    (found) => found.mode & 0o777,
    () => ownerOnly,
  );
}

async function writeFlushed(path: string, write: FileWriter, mode: number): Promise<void> {
  const file = await open(path, 'wx', mode);
  try {
    await write(file);
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
