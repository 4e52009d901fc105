import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bestAndWorst } from './best-and-worst';

const rows = (values: Readonly<Record<string, number | null>>) =>
  Object.entries(values).map(([key, value]) => ({ key, value }));
const keys = (parts: readonly { readonly key: string }[]) => parts.map(({ key }) => key).join(' ');
const up = { direction: 'up', target: null } as const;

it('ranks by what is good for the KPI', () => {
  const parts = rows({ a: 104, b: 90, c: 99, d: 115 });
  const ranked = (direction: 'up' | 'down' | 'near', target: number | null) => {
    const { best, worst } = bestAndWorst(parts, { direction, target }, 2);
    return `${keys(best)} | ${keys(worst)}`;
  };
  expect(ranked('up', null)).toBe('d a | b c');
  expect(ranked('down', null)).toBe('b c | d a');
  // Away from 100: c 1, a 4, b 10, d 15.
  expect(ranked('near', 100)).toBe('c a | d b');
  expect(ranked('near', null)).toBe('d a | b c');
});

it('leaves out parts without a name or a value', () => {
  const { best, worst } = bestAndWorst(rows({ '': 9, a: null, b: 1, c: 2 }), up, 3);
  expect([keys(best), keys(worst)]).toEqual(['c', 'b']);
});

it('calls the only part best, and none both best and worst', () => {
  expect(bestAndWorst(rows({ a: 1 }), up, 3)).toEqual({ best: rows({ a: 1 }), worst: [] });
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true }), { maxLength: 12 }), (values) => {
      const parts = values.map((value, place) => ({ key: `${place}`, value }));
      const { best, worst } = bestAndWorst(parts, up, 3);
      const named = [...best, ...worst].map(({ key }) => key);
      expect(new Set(named).size).toBe(named.length);
      expect(named.length).toBe(Math.min(parts.length, 6));
    }),
  );
});
