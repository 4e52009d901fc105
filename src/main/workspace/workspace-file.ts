import { constants } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
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
