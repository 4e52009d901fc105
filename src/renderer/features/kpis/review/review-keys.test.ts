import { expect, it } from 'vitest';
import { pageAfter, reviewStep } from './review-keys';

const pressed = (key: string, held: object = {}) =>
  reviewStep({ key, ctrlKey: false, altKey: false, metaKey: false, ...held });

it('follows the arrows, Page Up and Down, Home, End and Escape', () => {
  expect(['ArrowRight', 'PageDown', 'ArrowLeft', 'PageUp'].map((key) => pressed(key))).toEqual([
    'next',
    'next',
    'previous',
    'previous',
  ]);
  expect(['Home', 'End', 'Escape'].map((key) => pressed(key))).toEqual(['first', 'last', 'leave']);
});

it('leaves other keys, and those with Ctrl or Alt held, to the window', () => {
  expect(pressed('a')).toBeNull();
  expect(pressed('ArrowRight', { altKey: true })).toBeNull();
  expect(pressed('Home', { ctrlKey: true })).toBeNull();
});

it('stops at the first page and at the last', () => {
  expect(pageAfter('next', 8, 10)).toBe(9);
  expect(pageAfter('next', 9, 10)).toBe(9);
  expect(pageAfter('previous', 0, 10)).toBe(0);
  expect(pageAfter('last', 3, 10)).toBe(9);
  expect(pageAfter('first', 3, 10)).toBe(0);
});
