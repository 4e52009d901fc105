import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustmentSchema, changed, type Operation, operations } from './scenario';
import { inOtherTerms, stepFor } from './typical-value';

const lever = (op: Operation, value: number) =>
  adjustmentSchema.parse({ id: 'a', lever: 'quota', op, value });

describe('the step of a slider', () => {
  it('is 1, 2 or 5 times a power of ten and at most a hundredth of what is moved', () => {
    expect([stepFor(5_407_000), stepFor(1_000_000), stepFor(46_123), stepFor(250)]).toEqual([
      50_000, 10_000, 200, 2,
    ]);
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1e12, noNaN: true }), (typical) => {
        expect(stepFor(typical)).toBeLessThanOrEqual((typical / 100) * (1 + 1e-9));
        expect(stepFor(typical)).toBeGreaterThan(typical / 300);
      }),
    );
  });
});

describe('a lever told in other terms', () => {
  it('does to a typical value what it did before', () => {
    // −10 % of 1 000 is 900, which is 100 less.
    expect(inOtherTerms(lever('scale', 0.9), 'set', 1000)).toBe(900);
    expect(inOtherTerms(lever('scale', 0.9), 'add', 1000)).toBe(-100);
    expect(inOtherTerms(lever('add', -100), 'scale', 1000)).toBe(0.9);
  });

  it('is off by less than half a step at most', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...operations),
        fc.double({ min: 1, max: 1e9, noNaN: true }),
        fc.double({ min: 0.5, max: 1.5, noNaN: true }),
        (op, typical, factor) => {
          const value = inOtherTerms(lever('scale', factor), op, typical);
          const off = Math.abs(changed(typical, lever(op, value)) - typical * factor);
          expect(off).toBeLessThanOrEqual(stepFor(typical) / 2 + typical * 1e-9);
        },
      ),
    );
  });

  it('starts from nothing where there is nothing in scope', () => {
    expect(operations.map((op) => inOtherTerms(lever('scale', 0.9), op, null))).toEqual([0, 0, 1, 0]);
  });
});
