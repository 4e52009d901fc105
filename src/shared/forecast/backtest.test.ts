import { describe, expect, it } from 'vitest';
import { airPassengers } from './air-passengers.fixture';
import { backtest } from './backtest';

describe('the backtest', () => {
  const found = backtest(airPassengers);

  it('holds the model against the same months a year before', () => {
    // 12 origins with up to 3 months ahead: 10 × 3 + 2 + 1. Reckoned with Python from the series.
    expect(found).toMatchObject({ origins: 12, forecasts: 33 });
    expect(found?.naive.mape).toBeCloseTo(0.09687305646781202, 10);
    expect(found?.naive.mase).toBeCloseTo(1.515417530289698, 10);
  });

  it('finds Holt-Winters far better on a series with trend and season', () => {
    expect(found?.model.mape).toBeLessThan(0.04);
    expect(found?.model.mase).toBeLessThan(0.5);
  });

  it('is none where the last month alone could be forecast from, or none', () => {
    expect(backtest(airPassengers.slice(0, 24))).toBeNull();
    expect(backtest(airPassengers.slice(0, 25))).toMatchObject({ origins: 1, forecasts: 1 });
    expect(backtest([])).toBeNull();
  });
});
