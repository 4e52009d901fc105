import { describe, expect, it } from 'vitest';
import { kpiWorkspace } from '../kpi/kpi-workspace.fixture';
import { readAttainmentForecast } from './read-attainment';
import { readProgressForecast } from './read-progress';

/** Orders of 100 a month from a first day on, as many as asked for. */
function monthlyOrders(first: string, months: number, rep = 'Anna') {
  const [year, month, day] = first.split('-').map(Number);
  return Array.from({ length: months }, (_, index) => {
    const date = new Date(Date.UTC(year ?? 0, (month ?? 1) - 1 + index, day));
    return { ordered_on: date.toISOString().slice(0, 10), amount: 100, rep };
  });
}

describe('the forecast of revenue', () => {
  it('leaves out a first month that began late, and takes the last day of all data as today', async () => {
    const { kpis } = await kpiWorkspace({
      orders: [{ ordered_on: '2024-12-20', amount: 5, rep: 'Anna' }, ...monthlyOrders('2025-01-05', 25)],
      activities: [{ date: '2027-01-12', rep: 'Anna', type: 'call', count: 1 }],
    });
    const forecast = readProgressForecast(kpis, {});
    // January 2025 to December 2026 are complete; of January 2027 twelve days are known.
    expect(forecast).toMatchObject({ asOf: '2027-01-12', openMonth: '2027-01', model: { months: 24 } });
    expect(forecast?.months[1]?.forecast?.value).toBeCloseTo(100, 6);
    expect(forecast?.yearEnd?.outlook.value).toBeCloseTo(1200, 6);
    expect(forecast?.runRate).toMatchObject({ daysDone: 8, days: 21 });
  });

  it('is that of a team where it is narrowed to one, held against the targets of the whole alone', async () => {
    const { session, kpis } = await kpiWorkspace({
      reps: [
        { name: 'Anna', team: 'North' },
        { name: 'Bo', team: 'South' },
      ],
      orders: [...monthlyOrders('2026-01-05', 8), ...monthlyOrders('2026-01-05', 8, 'Bo')],
    });
    session.change({ code: 'target', parameters: { kpi: 'revenue' } }, (recorder) =>
      recorder.insert('targets', {
        kpi: 'revenue',
        scope_kind: 'all',
        scope_key: '',
        period: '2026',
        value: 2400,
      }),
    );
    expect(readProgressForecast(kpis, {})?.yearEnd).toMatchObject({ target: 2400 });
    const north = readProgressForecast(kpis, { team: ['North'] });
    expect(north?.months[0]).toMatchObject({ actual: 100, target: null });
    expect(north?.yearEnd?.target).toBeNull();
  });

  it('is none without revenue', async () => {
    const { kpis } = await kpiWorkspace({ leads: [{ created_on: '2026-01-01' }] });
    expect(readProgressForecast(kpis, {})).toBeNull();
  });
});

const deals = [
  // Thirty deals of the spring, every second won after ten days.
  ...Array.from({ length: 30 }, (_, index) => ({
    stage: index % 2 === 0 ? 'Won' : 'Lost',
    amount: 10,
    created_on: '2026-03-01',
    closed_on: '2026-03-11',
    rep: 'Anna',
  })),
  { stage: 'Won', amount: 300, created_on: '2026-10-01', closed_on: '2026-10-20', rep: 'Anna' },
  { stage: 'Proposal', amount: 200, created_on: '2026-11-10', rep: 'Anna' },
  { stage: 'Proposal', amount: 400, created_on: '2026-11-10', rep: 'Bo' },
];

describe('the forecast of attainment', () => {
  it('adds the open deals of each rep to what is booked, for the quarter that is open', async () => {
    const { session, kpis } = await kpiWorkspace({
      opportunities: deals,
      quotas: [
        { rep: 'Anna', period: '2026-Q4', amount: 500 },
        { rep: 'Bo', period: '2026-Q4', amount: 100, measure: 'units' },
      ],
    });
    const forecast = readAttainmentForecast(session.connection, kpis, {
      from: '2025-01-01',
      to: '2025-12-31',
    });
    expect(forecast).toMatchObject({
      asOf: '2026-11-10',
      from: '2026-10-01',
      to: '2026-12-31',
      oddsBy: 'age',
    });
    // As of 10 November both are new: of the 30 deals with 51 days behind them 15 were won; that of October has only 40.
    const anna = forecast?.rows.find(({ key }) => key === 'Anna');
    expect(anna).toMatchObject({ quota: 500, booked: 300, openDeals: 1, openAmount: 200 });
    expect(anna?.expected).toBeCloseTo(200 / 2, 9);
    // A quota of units is not filled by deals, and the whole cannot be added up.
    expect(forecast?.rows.find(({ key }) => key === 'Bo')?.quota).toBeNull();
    expect(forecast?.total).toMatchObject({ quota: null, booked: 300, openDeals: 2 });
  });

  it('keeps to the period asked for while it is not over, and to the reps of a filter', async () => {
    const { session, kpis } = await kpiWorkspace({ opportunities: deals });
    const asked = { from: '2026-11-01', to: '2026-11-30', filter: { rep: ['Bo'] } };
    const forecast = readAttainmentForecast(session.connection, kpis, asked);
    expect(forecast).toMatchObject({ from: '2026-11-01', to: '2026-11-30', daysToCome: 20 });
    expect(forecast?.rows.map(({ key }) => key)).toEqual(['Bo']);
  });

  it('is none without deals', async () => {
    const { session, kpis } = await kpiWorkspace({ orders: monthlyOrders('2026-01-05', 3) });
    expect(
      readAttainmentForecast(session.connection, kpis, { from: '2026-01-01', to: '2026-12-31' }),
    ).toBeNull();
  });
});
