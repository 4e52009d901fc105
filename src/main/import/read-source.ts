import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { JobControl } from '@shared/ipc/operation';
import { QuotabenchError } from '@shared/model/error';
import { readOwnWorkbook } from './read-own-workbook';
import { readText, type TextOptions } from './read-text';
import type { ReadFile, SourceFile } from './source-sheet';

/** Text beyond it would not fit into memory beside its cells. */
const largestBytes = 1_000_000_000;

interface Kept {
  readonly path: string;
  readonly size: number;
  readonly modified: number;
  readonly asked: TextOptions;
  readonly file: SourceFile;
}

/** The file that was read last: inspection, check and import of the same file read it once. */
let kept: Kept | null = null;

/**
 * Reads a spreadsheet of whatever kind its content shows it to be, however it is called.
 * @throws QuotabenchError `sourceMissing`, `sourceUnreadable`, `sourceEmpty`, `sourceTooLarge`, `sourceProtected`,
 * `sourceDamaged`, `sourceNotText`, `sourceNotTable`, `sourceTooWide`, `quoteNotClosed`, `unknownEncoding`.
 */
export async function readSource(path: string, options: TextOptions, job: JobControl): Promise<SourceFile> {
  const file = basename(path);
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new QuotabenchError('sourceMissing', { file: path });
    throw new QuotabenchError('sourceUnreadable', { file: path, detail: error.code ?? error.message });
  });
  if (!found.isFile()) throw new QuotabenchError('sourceUnreadable', { file: path, detail: 'EISDIR' });
  if (found.size === 0) throw new QuotabenchError('sourceEmpty', { file });
  if (found.size > largestBytes)
    throw new QuotabenchError('sourceTooLarge', { file, limit: `${largestBytes / 1e9} GB` });
  const version = { path, size: found.size, modified: found.mtimeMs };
  if (kept !== null && isSameReading(kept, version, options)) return kept.file;
  await job.breathe();
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new QuotabenchError('sourceUnreadable', { file: path, detail: error.code ?? error.message });
  });
  if (isOtherFormat(bytes)) throw new QuotabenchError('sourceNotText', { file });
  const read = isWorkbook(bytes)
    ? await readAsWorkbook(path, bytes, job)
    : await readText(path, bytes, options, job);
  const source = { ...read, hash: createHash('sha256').update(bytes).digest('hex') };
  kept = { ...version, asked: options, file: source };
  return source;
}

/** The file as it is, read as asked: an encoding or delimiter that was found before may be given or not. */
function isSameReading(
  { path, size, modified, asked, file }: Kept,
  version: Pick<Kept, 'path' | 'size' | 'modified'>,
  { encoding, delimiter }: TextOptions,
): boolean {
  return (
    path === version.path &&
    size === version.size &&
    modified === version.modified &&
    (file.encoding === null ||
      ((encoding === asked.encoding || encoding === file.encoding) &&
        (delimiter === asked.delimiter || delimiter === file.delimiter)))
  );
}

/** Lets go of the file that was read last. */
export function forgetSource(): void {
  kept = null;
}

/** The library for workbooks is large, and is loaded only where it is needed. */
async function readAsWorkbook(path: string, bytes: Buffer, job: JobControl): Promise<ReadFile> {
  const own = await readOwnWorkbook(path, bytes, job);
  if (own !== null) return own;
  const { readWorkbook } = await import('./read-workbook');
  return readWorkbook(path, bytes);
}

/** PDF and RTF look like text at first. */
function isOtherFormat(bytes: Buffer): boolean {
  return /^(%PDF-|\{\\rtf)/.test(bytes.subarray(0, 8).toString('latin1'));
}

const compoundFile = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

function isWorkbook(bytes: Buffer): boolean {
  if (
    bytes.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1')) ||
    bytes.subarray(0, 4).equals(compoundFile)
  )
    return true;
  // A worksheet of BIFF2 to BIFF5 without a container begins with a BOF record.
  if (
    bytes[0] === 0x09 &&
    [0x00, 0x02, 0x04, 0x08].includes(bytes[1] ?? -1) &&
    bytes.length > 3 &&
    bytes[3] === 0
  )
    return true;
  const beginning = bytes
    .subarray(0, 4096)
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
    .toLowerCase();
  if (beginning.startsWith('id;p')) return true;
  return (
    beginning.startsWith('<') &&
    /<(html|table|!doctype html|workbook|ss:workbook|office:document|\?mso-application)/.test(beginning)
  );
}
