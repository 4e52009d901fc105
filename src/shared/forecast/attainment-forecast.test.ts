import { describe, expect, it } from 'vitest';
import { dayNumber } from '../model/calendar-date';
import { type AttainmentInput, forecastAttainment } from './attainment-forecast';
import { type DealStay, oddsOfWinning } from './deal-odds';

const today = dayNumber('2026-11-30');

/** Forty deals of 100 days ago and more: of those created on a day, every second is won after 20 days, the others lost after 40. */
const stays: readonly DealStay[] = Array.from({ length: 40 }, (_, index) => {
  const from = today - 100 - index;
  const isWon = index % 2 === 0;
  return { from, until: from + (isWon ? 20 : 40), wonOn: isWon ? from + 20 : null };
});

describe('the odds of a deal', () => {
  it('are those of earlier deals that stayed as long', () => {
    // New: 20 of 40 are won, on day 20. After 25 days only those are there that will be lost.
    expect(oddsOfWinning(stays, 0, 31, today)).toEqual({ chance: 0.5, comparable: 40 });
    expect(oddsOfWinning(stays, 0, 19, today)).toEqual({ chance: 0, comparable: 40 });
    expect(oddsOfWinning(stays, 25, 31, today)).toEqual({ chance: 0, comparable: 20 });
  });

  it('are those of younger deals where too few stayed as long', () => {
    // Nobody stayed for 60 days, nor 20 for 30 and more… 60 → 30: the 20 that were lost after 40 days.
    expect(oddsOfWinning(stays, 60, 10, today)).toEqual({ chance: 0, comparable: 20 });
  });

  it('leave out deals whose days to come are not over', () => {
    expect(oddsOfWinning(stays, 0, 130, today)?.comparable).toBeUndefined();
    expect(oddsOfWinning(stays, 0, 110, today)).toEqual({ chance: 15 / 30, comparable: 30 });
  });

  it('are none where too few can be compared', () => {
    expect(oddsOfWinning(stays.slice(0, 19), 0, 30, today)).toBeNull();
  });
});

function forecast(input: Partial<AttainmentInput>) {
  return forecastAttainment({
    asOf: '2026-11-30',
    range: { from: '2026-10-01', to: '2026-12-31' },
    openDeals: [],
    stays: new Map([['', stays]]),
    recent: { days: 0, deals: [] },
    winRate: 0.5,
    reps: [],
    total: { key: '', booked: 0, quota: null },
    ...input,
  });
}

const deal = { rep: 'Anna', amount: 1000, stage: '', since: today };

describe('the forecast of attainment', () => {
  it('adds open deals by their odds to what is booked', () => {
    const { total, daysToCome, oddsBy } = forecast({
      openDeals: [deal, { ...deal, amount: 3000 }],
      total: { key: '', booked: 500, quota: 4000 },
    });
    // Each new deal is won with 0.5 in the 31 days to come: 500 + 500 + 1500 = 2500. The variance is
    // 0.25 × (1000² + 3000²) = 2.5 million, the deviation 1581.14; 80 % of a normal lie within 1.2815516 of it.
    expect([daysToCome, oddsBy]).toEqual([31, 'age']);
    expect(total).toMatchObject({ expected: 2000, expectedNew: 0, forecast: 2500, attainment: 0.625 });
    expect(total.high).toBeCloseTo(2500 + 1.2815516 * 1581.1388, 3);
    expect(total.low).toBe(500);
    // Python: 1 - NormalDist(2500, 2.5e6 ** 0.5).cdf(4000)
    expect(total.chance).toBeCloseTo(0.1713908555739556, 10);
  });

  it('counts new deals as the recent ones, as far as they can still be won', () => {
    const { total } = forecast({
      range: { from: '2026-10-01', to: '2026-12-31' },
      recent: { days: 62, deals: [{ rep: 'Anna', amount: 6200 }] },
    });
    // Steps of 7 days have 27.5 → 28, 21, 14, 7 and 1.5 → 2 days left at their middle: the first two reach day 20, with 0.5 each over
    // 7 days. (3.5 + 3.5) ÷ 62 × 6200 = 700.
    expect(total.expectedNew).toBeCloseTo(700, 9);
  });

  it('goes by the stage where its history is known, and by the win rate where nothing is comparable', () => {
    const inStage = forecast({
      openDeals: [{ ...deal, stage: 'Proposal' }],
      stays: new Map([
        ['', stays],
        ['Proposal', stays.map((stay) => ({ ...stay, wonOn: stay.from + 10 }))],
      ]),
    });
    expect(inStage).toMatchObject({ oddsBy: 'stage', total: { expected: 1000 } });
    expect(forecast({ openDeals: [deal], stays: new Map(), winRate: 0.3 })).toMatchObject({
      oddsBy: 'win_rate',
      total: { expected: 300 },
    });
    expect(forecast({ openDeals: [deal], stays: new Map(), winRate: null }).oddsBy).toBe('nothing');
  });

  it('is by rep what it is as a whole, and certain once the quota is reached', () => {
    const { rows, total } = forecast({
      openDeals: [deal, { ...deal, rep: 'Bo', amount: 400 }],
      reps: [{ key: 'Bo', booked: 900, quota: 800 }],
      total: { key: '', booked: 900, quota: 800 },
    });
    expect(rows.map(({ key, forecast: value, chance }) => [key, value, chance])).toEqual([
      ['Bo', 1100, 1],
      ['Anna', 500, null],
    ]);
    expect(total.forecast).toBe(1600);
  });

  it('of a period that is over is what was booked', () => {
    const { total } = forecast({
      range: { from: '2026-10-01', to: '2026-11-30' },
      openDeals: [deal],
      total: { key: '', booked: 500, quota: 1000 },
    });
    expect(total).toMatchObject({ forecast: 500, low: 500, high: 500, chance: 0 });
  });
});
