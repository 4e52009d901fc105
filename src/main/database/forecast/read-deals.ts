import type { OpenDeal } from '@shared/forecast/attainment-forecast';
import type { DealStay } from '@shared/forecast/deal-odds';
import { filterDimensions, type KpiFilter } from '@shared/kpi/declaration';
import { dayNumber } from '@shared/model/calendar-date';
import type { Connection, SqlValue } from '../connection';

/** A deal as of a day; days are day numbers. */
export interface KnownDeal extends OpenDeal {
  readonly createdOn: number | null;
  /** Null where it is open as of the day. */
  readonly closedOn: number | null;
  readonly wonOn: number | null;
}

export interface KnownDeals {
  readonly open: readonly KnownDeal[];
  readonly closed: readonly KnownDeal[];
}

/** A deal's region is its rep's, or its customer's where the rep has none. */
const fieldSql = {
  rep: 'r.name',
  team: 'r.team',
  region: "coalesce(nullif(r.region, ''), c.region)",
} as const;

/** Deals as they were at the end of a day: what was closed after it was open then, and what was created after it was not there. */
export function readDeals(connection: Connection, asOf: string, filter: KpiFilter): KnownDeals {
  const { conditions, values } = conditionsOf(filter);
  const today = dayNumber(asOf);
  const open: KnownDeal[] = [];
  const closed: KnownDeal[] = [];
  connection.eachTuple(
    `SELECT coalesce(r.name, ''), d.amount, d.created_on, d.closed_on, d.outcome
     FROM opportunities d
     LEFT JOIN reps r ON r.id = d.rep_id
     LEFT JOIN customers c ON c.id = d.customer_id
     WHERE (d.created_on IS NULL OR d.created_on <= ?) ${conditions.map((sql) => `AND ${sql}`).join(' ')}`,
    [asOf, ...values],
    ([rep, amount, created, closing, outcome]) => {
      const createdOn = dayOrNull(created);
      const closes = outcome === 'open' ? null : dayOrNull(closing);
      if (outcome !== 'open' && closes === null) return;
      const closedOn = closes !== null && closes <= today ? closes : null;
      const deal: KnownDeal = {
        rep: String(rep),
        amount: typeof amount === 'number' ? amount : 0,
        stage: '',
        since: createdOn,
        createdOn,
        closedOn,
        wonOn: outcome === 'won' ? closedOn : null,
      };
      (closedOn === null ? open : closed).push(deal);
    },
  );
  return { open, closed };
}

/** Earlier stays of deals since they were created, under the empty name; a deal without that date tells nothing. */
export function staysOf(
  deals: readonly KnownDeal[],
  today: number,
): ReadonlyMap<string, readonly DealStay[]> {
  const stays = deals.flatMap(({ createdOn, closedOn, wonOn }) =>
    createdOn === null || createdOn > today ? [] : [{ from: createdOn, until: closedOn, wonOn }],
  );
  return new Map([['', stays]]);
}

function conditionsOf(filter: KpiFilter): {
  readonly conditions: readonly string[];
  readonly values: readonly SqlValue[];
} {
  const chosen = filterDimensions.flatMap((dimension) => {
    const names = filter[dimension];
    const isKnown = dimension === 'rep' || dimension === 'team' || dimension === 'region';
    return names === undefined || !isKnown ? [] : [{ sql: fieldSql[dimension], names }];
  });
  return {
    conditions: chosen.map(({ sql }) => `coalesce(${sql}, '') IN (SELECT value FROM json_each(?))`),
    values: chosen.map(({ names }) => JSON.stringify(names)),
  };
}

function dayOrNull(date: SqlValue | undefined): number | null {
  return typeof date === 'string' ? dayNumber(date) : null;
}
