import type { WorkspaceInfo } from '@shared/ipc/workspace';
import type { DateRange } from '@shared/model/calendar-date';

/** The calendar year in which a workspace's data ends; this year without data. */
export function defaultPeriod(workspace: WorkspaceInfo | null): DateRange {
  const year = workspace?.dataRange?.to.slice(0, 4) ?? String(new Date().getFullYear());
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}
