import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Duration, medianSurvival, survivalAt, survivalCurve } from './kaplan-meier';

/**
 * Weeks in remission of 21 leukaemia patients treated with 6-MP (Freireich et al. 1963, Blood 21(6)), the example of most textbooks on
 * survival analysis; a plus is a patient still in remission.
 */
const remissions = '6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+'
  .split(' ')
  .map((weeks): Duration => ({ time: Number.parseInt(weeks, 10), ended: !weeks.endsWith('+') }));

describe('the curve of Kaplan and Meier', () => {
  it('has the published survival of the leukaemia patients', () => {
    const steps = survivalCurve(remissions);
    expect(steps.map(({ time, atRisk, lost }) => [time, atRisk, lost])).toEqual([
      [6, 21, 3],
      [7, 17, 1],
      [10, 15, 1],
      [13, 12, 1],
      [16, 11, 1],
      [22, 7, 1],
      [23, 6, 1],
    ]);
    // Kleinbaum & Klein, Survival Analysis, table of the 6-MP group.
    const published = [0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482];
    for (const [index, { survival }] of steps.entries())
      expect(survival).toBeCloseTo(published[index] ?? Number.NaN, 4);
    expect(medianSurvival(steps)).toBe(23);
  });

  it('has the interval on the log(−log) scale', () => {
    const [first] = survivalCurve(remissions);
    // S = 18/21; Greenwood 3 ÷ (21 × 18) = 0.0079365, its root 0.0890871; ÷ ln S = −0.1541507: −0.577922; × 1.959964 = −1.132706;
    // 0.857143 ^ e^1.132706 = 0.857143 ^ 3.104043 = 0.61972, and 0.857143 ^ e^−1.132706 = 0.857143 ^ 0.322160 = 0.95155.
    expect(first?.low).toBeCloseTo(0.6197, 4);
    expect(first?.high).toBeCloseTo(0.9516, 4);
  });

  it('is the plain share of those who stay where nobody’s end is unknown', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 60 }), (times) => {
        const steps = survivalCurve(times.map((time) => ({ time, ended: true })));
        for (const { time, survival } of steps) {
          const staying = times.filter((own) => own > time).length;
          expect(survival).toBeCloseTo(staying / times.length, 10);
        }
      }),
    );
  });

  it('never rises, and its interval holds it', () => {
    const durations = fc.array(fc.record({ time: fc.integer({ min: 0, max: 50 }), ended: fc.boolean() }));
    fc.assert(
      fc.property(durations, (some) => {
        let before = 1;
        for (const { survival, low, high } of survivalCurve(some)) {
          expect(survival).toBeLessThanOrEqual(before);
          if (low !== null) expect(low).toBeLessThanOrEqual(survival);
          if (high !== null) expect(high).toBeGreaterThanOrEqual(survival);
          before = survival;
        }
      }),
    );
  });

  it('says nothing about times longer than anybody was observed', () => {
    const steps = survivalCurve(remissions);
    expect(survivalAt(steps, 5, 35)?.survival).toBe(1);
    expect(survivalAt(steps, 12, 35)?.survival).toBeCloseTo(0.7529, 4);
    expect(survivalAt(steps, 36, 35)).toBeNull();
    expect(medianSurvival(survivalCurve([{ time: 3, ended: false }]))).toBeNull();
  });
});
