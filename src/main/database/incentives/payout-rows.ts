import { repPayouts } from '@shared/incentives/rep-payouts';
import type { PayoutRow } from '@shared/ipc/incentives';
import type { MeasureSource } from '@shared/kpi/measure-source';
import type { DateRange } from '@shared/model/calendar-date';

/** The payouts that fall in a range with the steps in which they were worked out, by rep and period. */
export function payoutRows(source: MeasureSource, range: DateRange): PayoutRow[] {
  return repPayouts(source, range).map(({ rep, plan, period, basis, payout }) => ({
    rep: rep.name,
    team: rep.team,
    plan: plan.name,
    baseRate: plan.baseRate,
    period: period.key,
    bookings: basis.bookings,
    quota: basis.quota,
    ...payout,
    steps: [...payout.steps],
  }));
}
