import type { Quota } from '@shared/kpi/quota-share';
import { type QuotaMeasure, quotaMeasures } from '@shared/model/dataset';
import type { Connection } from '../connection';

/** All quotas with the names of their reps; a quota without a rep is its team's own. */
export function readQuotas(connection: Connection): readonly Quota[] {
  const rows = connection.rows(`
    SELECT rep.name AS rep, iif(quota.rep_id IS NULL, quota.team, coalesce(rep.team, quota.team)) AS team,
      rep.region AS region, quota.period, quota.measure, quota.amount
    FROM quotas AS quota LEFT JOIN reps AS rep ON rep.id = quota.rep_id
    ORDER BY quota.id`);
  return rows.map((row) => ({
    rep: String(row.rep ?? ''),
    team: String(row.team ?? ''),
    region: String(row.region ?? ''),
    period: String(row.period),
    measure: measureNamed(String(row.measure)),
    amount: Number(row.amount),
  }));
}

function measureNamed(name: string): QuotaMeasure {
  return quotaMeasures.find((measure) => measure === name) ?? 'bookings';
}
