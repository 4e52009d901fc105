import { expect, it } from 'vitest';
import { stepRep } from './step-rep';

const names = ['Anna', 'Bo', 'Cy'];

it('goes to the next rep and the one before, round the ends of the list', () => {
  expect(stepRep(names, 'Anna', 1)).toBe('Bo');
  expect(stepRep(names, 'Cy', 1)).toBe('Anna');
  expect(stepRep(names, 'Anna', -1)).toBe('Cy');
});

it('starts over from the first where the rep has gone, and goes nowhere without reps', () => {
  expect(stepRep(names, 'Nobody', -1)).toBe('Anna');
  expect(stepRep([], 'Anna', 1)).toBeNull();
});
