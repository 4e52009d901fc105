import type { DateRange } from '@shared/model/calendar-date';
import type { QuotaMeasure } from '@shared/model/dataset';
import { periodRange } from '@shared/model/period';
import { readOptions } from '../../workspace/workspace-options';
import type { WorkspaceSession } from '../../workspace/workspace-session';
import type { ChangeRecorder } from '../change-set';
import type { Connection } from '../connection';

export interface PlannedQuota {
  readonly rep: string;
  readonly period: string;
  readonly amount: number;
}

export interface WrittenQuotas {
  readonly written: number;
  /** Quotas of the same reps and measure that lay in the range and have given way. */
  readonly replaced: number;
}

/**
 * Writes a plan's quotas as one step that can be undone. Quotas of its reps for the same measure whose periods lie in the plan's range
 * give way, as the shorter of two would win over the plan; longer ones stay, and count outside the range. A quota of 0 is not written.
 */
export function writeQuotaPlan(
  session: WorkspaceSession,
  {
    range,
    measure,
    quotas,
  }: { readonly range: DateRange; readonly measure: QuotaMeasure; readonly quotas: readonly PlannedQuota[] },
): WrittenQuotas {
  return session.change(
    ({ written }: WrittenQuotas) => ({ code: 'quotaPlan', parameters: { count: written } }),
    (recorder) => {
      const ids = repIds(session.connection);
      const known = quotas.filter(({ rep }) => ids.has(rep));
      const replaced = removeWithin(session.connection, recorder, {
        range,
        measure,
        reps: new Set(known.flatMap(({ rep }) => ids.get(rep) ?? [])),
      });
      const rows = known.filter(({ amount }) => amount > 0);
      recorder.insertMany(
        'quotas',
        ['period', 'amount', 'rep_id', 'measure'],
        rows.map(({ rep, period, amount }) => [period, amount, ids.get(rep) ?? null, measure]),
      );
      return { written: rows.length, replaced };
    },
  );
}

function repIds(connection: Connection): ReadonlyMap<string, number> {
  return new Map(
    connection.rows('SELECT id, name FROM reps').map((row) => [String(row.name), Number(row.id)]),
  );
}

function removeWithin(
  connection: Connection,
  recorder: ChangeRecorder,
  {
    range,
    measure,
    reps,
  }: { readonly range: DateRange; readonly measure: QuotaMeasure; readonly reps: ReadonlySet<number> },
): number {
  const { fiscalYearStart } = readOptions(connection);
  const rows = connection.rows(
    'SELECT id, rep_id, period FROM quotas WHERE measure = ? AND rep_id IS NOT NULL',
    [measure],
  );
  const inRange = rows.filter((row) => {
    const dates = periodRange(String(row.period), fiscalYearStart);
    return reps.has(Number(row.rep_id)) && dates !== null && dates.from >= range.from && dates.to <= range.to;
  });
  for (const row of inRange) recorder.remove('quotas', Number(row.id));
  return inRange.length;
}
