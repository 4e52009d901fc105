import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { airPassengers } from './air-passengers.fixture';
import { forecastProgress, type MonthRevenue, openMonthAt } from './progress-forecast';
import { chooseModel, pointForecast } from './sales-model';
import { workingDays } from './working-days';

/** A series as months from January 2020 on. */
function monthly(series: readonly number[]): readonly MonthRevenue[] {
  return series.map((revenue, index) => ({
    key: `${2020 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
    revenue,
  }));
}

function progress(series: readonly number[], asOf: string, yearTarget: number | null = null) {
  return forecastProgress({
    asOf,
    fiscalYearStart: 1,
    months: monthly(series),
    targetOf: () => yearTarget,
  });
}

describe('the open month', () => {
  it('is that of the last day, or the next where none of its working days is left', () => {
    expect(openMonthAt('2026-10-29')).toEqual({ from: '2026-10-01', to: '2026-10-31' });
    // Friday 30 October: Saturday is all that is left.
    expect(openMonthAt('2026-10-30')).toEqual({ from: '2026-11-01', to: '2026-11-30' });
    expect(openMonthAt('2026-12-31')).toEqual({ from: '2027-01-01', to: '2027-01-31' });
  });

  it('has a run rate by working days', () => {
    // May 2026: 21 working days, of which 1 and 4–8 and 11–14 May, which is 10, have passed; 500 ÷ 10 × 21 = 1050.
    const { runRate } = progress([...new Array(76).fill(900), 500], '2026-05-14');
    expect(runRate).toEqual({ value: 1050, daysDone: 10, days: 21 });
    expect(progress([1, 2, 3], '2020-03-31').runRate).toBeNull();
  });

  it('never ends below what it has brought', () => {
    const { months } = progress([...airPassengers.slice(0, 48), 5000], '2024-01-10');
    expect(months[0]?.forecast).toEqual({ value: 5000, low: 5000, high: 5000 });
    expect(months[1]?.forecast?.value).toBeLessThan(1000);
  });
});

describe('working days', () => {
  it('are those from Monday to Friday', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 800 }), fc.integer({ min: -1, max: 90 }), (start, length) => {
        const day = (add: number) => new Date(Date.UTC(2025, 0, 1 + start + add));
        const text = (date: Date) => date.toISOString().slice(0, 10);
        const days = Array.from({ length: length + 1 }, (_, add) => day(add).getUTCDay());
        const counted = days.filter((weekday) => weekday !== 0 && weekday !== 6).length;
        expect(workingDays({ from: text(day(0)), to: text(day(length)) })).toBe(counted);
      }),
    );
  });
});

describe('the forecast of a year', () => {
  // Eleven years are known, the twelfth came later: January 1960 is the open month.
  const known = progress(airPassengers.slice(0, 132), '2030-12-31', 5600);
  const came = airPassengers.slice(132);

  it('adds up to its months, and its interval holds what came', () => {
    const sum = known.months.reduce((total, { forecast }) => total + (forecast?.value ?? 0), 0);
    expect(known.yearEnd?.outlook.value).toBeCloseTo(sum, 6);
    const actual = came.reduce((total, value) => total + value, 0);
    expect(known.yearEnd?.outlook.low).toBeLessThan(actual);
    expect(known.yearEnd?.outlook.high).toBeGreaterThan(actual);
    const within = known.months.filter(({ forecast }, month) => {
      const value = came[month] ?? 0;
      return forecast !== null && forecast.low <= value && value <= forecast.high;
    });
    expect(within.length).toBeGreaterThanOrEqual(8);
  });

  it('takes the kind of seasons with the lower AIC', () => {
    const { model } = known;
    expect(model).toMatchObject({ method: 'holt_winters', seasonality: 'multiplicative', months: 132 });
    expect(model?.aic?.multiplicative).toBeLessThan(model?.aic?.additive ?? 0);
  });

  it('says how likely the target is', () => {
    expect(progress(airPassengers.slice(0, 132), '2030-12-31', 1).yearEnd?.chance).toBe(1);
    expect(progress(airPassengers.slice(0, 132), '2030-12-31', 1e9).yearEnd?.chance).toBe(0);
    expect(known.yearEnd?.chance).toBeGreaterThan(0);
    expect(known.yearEnd?.chance).toBeLessThan(1);
    expect(progress(airPassengers.slice(0, 132), '2030-12-31').yearEnd?.chance).toBeNull();
  });

  it('is the same whenever it is asked for', () => {
    expect(progress(airPassengers.slice(0, 132), '2030-12-31', 5600)).toEqual(known);
  });

  it('has growth over the month before and the year before, and what there is so far', () => {
    const { months, before } = progress([...airPassengers.slice(0, 14), 50], '2021-03-10');
    expect(months[1]).toMatchObject({
      key: '2021-02',
      actual: 126,
      growth: 11 / 115,
      yearGrowth: 8 / 118,
      cumulative: 241,
    });
    expect(months[2]).toMatchObject({ actual: 50, isComplete: false, growth: null, cumulative: 291 });
    expect(before.map(({ revenue }) => revenue)).toEqual(airPassengers.slice(0, 12));
  });
});

describe('with little history', () => {
  it('last year’s months grow as the last ones have', () => {
    // 15 months: 115 + 126 + 141 = 382 of the second year, 112 + 118 + 132 = 362 of the first.
    const model = chooseModel(airPassengers.slice(0, 15));
    expect(model?.method).toBe('seasonal_growth');
    expect(pointForecast(model ?? fail(), 1)[0]).toBeCloseTo((129 * 382) / 362, 9);
  });

  it('a level that follows the newest months is all there is, and nothing of fewer than four', () => {
    expect(chooseModel([10, 10, 10, 10])).toMatchObject({ method: 'exponential_smoothing', level: 10 });
    expect(chooseModel([10, 10, 10])).toBeNull();
    expect(progress([10, 10, 10], '2020-03-31')).toMatchObject({
      model: null,
      yearEnd: null,
      backtest: null,
    });
  });

  it('no number is missing or below nothing, whatever the series', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 4, maxLength: 40 }), (series) => {
        const model = chooseModel(series);
        for (const value of pointForecast(model ?? fail(), 14)) {
          expect(Number.isFinite(value) && value >= 0).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });
});

function fail(): never {
  throw new Error('there is a model');
}
