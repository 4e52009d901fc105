import { basename } from 'node:path';
import { QuotabenchError } from '@shared/model/error';
import { BeyondLimits, mostColumns, mostRows } from './source-sheet';
import type { ZipEntry } from './zip-archive';

/** What a workbook may unpack to: Excel's largest sheets of a dozen columns fit in. */
export const largestUnpackedBytes = 2_000_000_000;

/** The same for the formats that are read as a whole, which takes about ten times as much memory. */
export const largestModelledBytes = 300_000_000;

export function sizeOf(entries: readonly ZipEntry[]): number {
  return entries.reduce((sum, { size }) => sum + size, 0);
}

/** @throws QuotabenchError `sourceTooLarge`. */
export function refuseLarger(path: string, size: number, limit: number): void {
  if (size <= limit) return;
  throw new QuotabenchError('sourceTooLarge', { file: basename(path), limit: `${limit / 1e6} MB` });
}

/** @throws QuotabenchError `sourceDamaged` for a sheet with cells where no sheet has any; other errors as they are. */
export function refuseLimits(path: string, error: unknown): never {
  if (!(error instanceof BeyondLimits)) throw error;
  const detail = `> ${mostRows} × ${mostColumns}`;
  throw new QuotabenchError('sourceDamaged', { file: basename(path), detail }, { cause: error });
}
