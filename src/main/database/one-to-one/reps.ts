import type { DateRange } from '@shared/model/calendar-date';
import { QuotabenchError } from '@shared/model/error';
import type { Connection, SqlRow } from '../connection';

export interface Rep {
  readonly name: string;
  /** Empty where there is none; so are the others. */
  readonly team: string;
  readonly region: string;
  readonly manager: string;
  readonly startedOn: string;
}

/** With whom a rep is compared. */
interface RepGroup {
  readonly kind: 'team' | 'all';
  /** Names of the reps, the rep among them. */
  readonly members: readonly string[];
}

/** The reps by team and name, those without a team last. */
export function readReps(connection: Connection): readonly Pick<Rep, 'name' | 'team'>[] {
  return connection
    .rows("SELECT name, coalesce(team, '') AS team FROM reps ORDER BY coalesce(team, '') = '', team, name")
    .map(({ name, team }) => ({ name: textOf(name), team: textOf(team) }));
}

/** @throws QuotabenchError `repMissing`. */
export function repOf(connection: Connection, name: string): Rep {
  const row = connection.first('SELECT name, team, region, manager, start_date FROM reps WHERE name = ?', [
    name,
  ]);
  if (row === null) throw new QuotabenchError('repMissing', { name });
  return {
    name: textOf(row.name),
    team: textOf(row.team),
    region: textOf(row.region),
    manager: textOf(row.manager),
    startedOn: textOf(row.start_date),
  };
}

/** The rep's team as it was in a period; all reps where the rep has no team, or nobody else was in it. */
export function groupOf(connection: Connection, { name, team }: Rep, range: DateRange): RepGroup {
  const there = connection
    .rows('SELECT name, team, start_date, end_date FROM reps ORDER BY name')
    .filter((row) => row.name === name || wasThere(row, range));
  const ofTeam = there.filter((row) => team !== '' && textOf(row.team) === team);
  const kind = ofTeam.length > 1 ? 'team' : 'all';
  return { kind, members: (kind === 'team' ? ofTeam : there).map((row) => textOf(row.name)) };
}

/** Whether a rep had started by the end of a period, and had not left before it. */
function wasThere({ start_date: start, end_date: end }: SqlRow, { from, to }: DateRange): boolean {
  return (start === null || textOf(start) <= to) && (end === null || textOf(end) >= from);
}

function textOf(value: SqlRow[string] | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}
