import type { IncentiveRep } from '@shared/incentives/choose-plan';
import type { Connection, SqlValue } from '../connection';

/** All reps, as plans and capacities see them. */
export function readReps(connection: Connection): readonly IncentiveRep[] {
  return connection
    .rows('SELECT name, team, region, start_date, end_date FROM reps ORDER BY name')
    .map((row) => ({
      name: String(row.name),
      team: String(row.team ?? ''),
      region: String(row.region ?? ''),
      startDate: dateOf(row.start_date),
      endDate: dateOf(row.end_date),
    }));
}

function dateOf(value: SqlValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
