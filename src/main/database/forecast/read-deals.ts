import type { OpenDeal } from '@shared/forecast/attainment-forecast';
import type { DealStay } from '@shared/forecast/deal-odds';
import { type StageVisit, visitsOf } from '@shared/kpi/deal-journey';
import { filterDimensions, type KpiFilter } from '@shared/kpi/declaration';
import { groupBy } from '@shared/kpi/group-by';
import { dayNumber } from '@shared/model/calendar-date';
import type { Connection, SqlValue } from '../connection';
import { readStageHistory } from '../kpi/stage-history';

/** A deal as of a day; days are day numbers. */
export interface KnownDeal extends OpenDeal {
  readonly createdOn: number | null;
  /** Null where it is open as of the day. */
  readonly closedOn: number | null;
  readonly wonOn: number | null;
  /** What the history of stages tells of it, up to the day. */
  readonly visits: readonly StageVisit[];
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
  const history = readStageHistory(connection);
  const places = placesOfIds(connection, history.size > 0);
  const open: KnownDeal[] = [];
  const closed: KnownDeal[] = [];
  connection.eachTuple(
    `SELECT coalesce(r.name, ''), d.amount, d.created_on, d.closed_on, d.outcome, d.stage, d.id
     FROM opportunities d
     LEFT JOIN reps r ON r.id = d.rep_id
     LEFT JOIN customers c ON c.id = d.customer_id
     WHERE (d.created_on IS NULL OR d.created_on <= ?) ${conditions.map((sql) => `AND ${sql}`).join(' ')}`,
    [asOf, ...values],
    ([rep, amount, created, closing, outcome, stage, id]) => {
      const createdOn = dayOrNull(created);
      const closes = outcome === 'open' ? null : dayOrNull(closing);
      if (outcome !== 'open' && closes === null) return;
      const closedOn = closes !== null && closes <= today ? closes : null;
      const entries = (history.get(places.get(Number(id)) ?? -1) ?? []).filter(({ day }) => day <= today);
      const visits = visitsOf(entries, closedOn);
      const there = closedOn === null ? visits.at(-1) : undefined;
      const isThere = there !== undefined && there.stage === stage;
      const deal: KnownDeal = {
        rep: String(rep),
        amount: typeof amount === 'number' ? amount : 0,
        stage: isThere ? there.stage : '',
        since: isThere ? there.from : createdOn,
        visits,
        createdOn,
        closedOn,
        wonOn: outcome === 'won' ? closedOn : null,
      };
      (closedOn === null ? open : closed).push(deal);
    },
  );
  return { open, closed };
}

/** A deal's place among all, by its id; of use with a history alone. */
function placesOfIds(connection: Connection, isOfUse: boolean): ReadonlyMap<number, number> {
  if (!isOfUse) return new Map();
  const ids = connection.tuples('SELECT id FROM opportunities ORDER BY id');
  return new Map(ids.map(([id], place) => [Number(id), place]));
}

/**
 * Earlier stays of deals: since they were created, under the empty name, where that date is known; and those in each stage that a
 * history tells of, under its name.
 */
export function staysOf(
  deals: readonly KnownDeal[],
  today: number,
): ReadonlyMap<string, readonly DealStay[]> {
  const stays = deals.flatMap(({ createdOn, closedOn, wonOn }) =>
    createdOn === null || createdOn > today ? [] : [{ from: createdOn, until: closedOn, wonOn }],
  );
  const inStages = groupBy(
    deals.flatMap(({ visits, wonOn }) => visits.map((visit) => ({ ...visit, wonOn }))),
    ({ stage }) => stage,
  );
  return new Map<string, readonly DealStay[]>([['', stays], ...inStages]);
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
