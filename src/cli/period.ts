import type { WorkspaceInfo } from '@shared/ipc/workspace';
import { type DateRange, isCalendarDate } from '@shared/model/calendar-date';
import { BadArgument } from './command';

export interface PeriodOptions {
  readonly from?: string;
  readonly to?: string;
}

/**
 * The period of a command: `--from` to `--to`, both inclusive; what is left out is the end of the workspace's data.
 * @throws BadArgument for what is no date, and where `--from` lies after `--to`.
 */
export function periodOf({ from, to }: PeriodOptions, { dataRange }: WorkspaceInfo): DateRange {
  for (const [name, value] of [
    ['--from', from],
    ['--to', to],
  ] as const) {
    if (value !== undefined && !isCalendarDate(value))
      throw new BadArgument(`${name} takes a date YYYY-MM-DD, not ${value}.`);
  }
  const today = new Date().toISOString().slice(0, 10);
  const range = { from: from ?? dataRange?.from ?? to ?? today, to: to ?? dataRange?.to ?? from ?? today };
  if (range.from > range.to) throw new BadArgument(`--from ${range.from} lies after --to ${range.to}.`);
  return range;
}
