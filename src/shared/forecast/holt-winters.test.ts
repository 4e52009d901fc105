import { describe, expect, it } from 'vitest';
import { airPassengers } from './air-passengers.fixture';
import { fitHoltWinters, holtWintersWith } from './holt-winters';
import { sumOfSquares } from './monthly-series';
import { seasonalIndices } from './seasonal-index';

/** What R's `HoltWinters` (R Core Team, package stats) prints for the series, as published in many an introduction to it. */
const published = {
  multiplicative: {
    parameters: { alpha: 0.2755925, beta: 0.03269295, gamma: 0.8707292 },
    level: 469.3232206,
    slope: 3.0215391,
    seasons: [
      0.9464611, 0.8829239, 0.9717369, 1.0304825, 1.0476884, 1.1805272, 1.3590778, 1.3331706, 1.1083381,
      0.9868813, 0.8361333, 0.9209877,
    ],
  },
  additive: {
    parameters: { alpha: 0.2479595, beta: 0.03453373, gamma: 1 },
    level: 477.827781,
    slope: 3.127627,
    seasons: [
      -27.457685, -54.692464, -20.174608, 12.91912, 18.873607, 75.294426, 152.888368, 134.613464, 33.778349,
      -18.37906, -87.772408, -45.827781,
    ],
  },
} as const;

describe.each(['additive', 'multiplicative'] as const)('Holt-Winters with %s seasons', (seasonality) => {
  const known = published[seasonality];

  it('finds the published parameters of the airline passengers', () => {
    const fit = fitHoltWinters(airPassengers, seasonality);
    expect(fit?.parameters.alpha).toBeCloseTo(known.parameters.alpha, 3);
    expect(fit?.parameters.beta).toBeCloseTo(known.parameters.beta, 3);
    expect(fit?.parameters.gamma).toBeCloseTo(known.parameters.gamma, 3);
  });

  it('stands where the published fit does at the end of the series', () => {
    const { state } = holtWintersWith(airPassengers, seasonality, known.parameters) ?? {};
    expect(state?.level).toBeCloseTo(known.level, 3);
    expect(state?.slope).toBeCloseTo(known.slope, 4);
    for (const [month, season] of known.seasons.entries()) {
      expect(state?.seasons[month], `month ${month + 1}`).toBeCloseTo(season, 4);
    }
  });
});

describe('Holt-Winters', () => {
  it('has the published sum of squared one-step errors', () => {
    expect(sumOfSquares(fitHoltWinters(airPassengers, 'additive')?.errors ?? [])).toBeCloseTo(21860.18, 1);
  });

  it('needs two years, and multiplicative seasons values above 0', () => {
    expect(fitHoltWinters(airPassengers.slice(0, 23), 'additive')).toBeNull();
    const withNothing = [...airPassengers.slice(0, 30), 0];
    expect(fitHoltWinters(withNothing, 'multiplicative')).toBeNull();
    expect(fitHoltWinters(withNothing, 'additive')).not.toBeNull();
  });
});

describe('the seasonal index', () => {
  it('of the airline passengers is the published one', () => {
    // What R's `decompose(AirPassengers, "multiplicative")` gives as figure.
    const known = [
      0.9102304, 0.8836253, 1.0073663, 0.975906, 0.981378, 1.1127758, 1.2265555, 1.219911, 1.0604919,
      0.9217572, 0.8011781, 0.8988244,
    ];
    const found = seasonalIndices(airPassengers);
    for (const [month, index] of known.entries()) expect(found?.[month]).toBeCloseTo(index, 6);
  });

  it('is none of fewer than two years', () => {
    expect(seasonalIndices(airPassengers.slice(0, 23))).toBeNull();
    expect(seasonalIndices(new Array(24).fill(0))).toBeNull();
  });
});
