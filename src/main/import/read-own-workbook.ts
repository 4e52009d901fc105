import type { JobControl } from '@shared/ipc/operation';
import type { ReadFile } from './source-sheet';
import { largestUnpackedBytes, refuseLarger, refuseLimits, sizeOf } from './workbook-limits';
import { readXlsx } from './xlsx/read-xlsx';
import { zipEntries } from './zip-archive';

/**
 * Reads an .xlsx or .xlsm of the plain form that nearly all have; null for every other workbook.
 * @throws QuotabenchError `sourceDamaged`, `sourceTooLarge`, `cancelled`.
 */
export async function readOwnWorkbook(
  path: string,
  bytes: Buffer,
  job: JobControl,
): Promise<ReadFile | null> {
  const entries = bytes.subarray(0, 2).equals(Buffer.from('PK')) ? zipEntries(bytes) : null;
  if (entries === null) return null;
  refuseLarger(path, sizeOf(entries), largestUnpackedBytes);
  const content = await readXlsx(bytes, entries, job).catch((error: unknown) => refuseLimits(path, error));
  return content === null ? null : { path, ...content, encoding: null, delimiter: null };
}
