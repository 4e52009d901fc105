import { describe, expect, it } from 'vitest';
import { readTargetValue } from './read-target-value';

describe('a target as it is typed', () => {
  it('may be a rate in per cent or as a fraction', () => {
    for (const text of ['25 %', '25%', '25', '0,25', ' 25,0 % ']) {
      expect(readTargetValue(text, 'percent', 'nb-NO')).toBe(0.25);
    }
    expect(readTargetValue('112 %', 'percent', 'nb-NO')).toBe(1.12);
    expect(readTargetValue('0,5 %', 'percent', 'nb-NO')).toBe(0.005);
  });

  it('may be an amount with its thousands apart', () => {
    expect(readTargetValue('1 234 567', 'money', 'nb-NO')).toBe(1_234_567);
    expect(readTargetValue('kr 1 234 567,50', 'money', 'nb-NO')).toBe(1_234_567.5);
    expect(readTargetValue('1,234,567', 'money', 'en-GB')).toBe(1_234_567);
  });

  it('is refused when it is no number', () => {
    expect(readTargetValue('much', 'money', 'en-GB')).toBeNull();
    expect(readTargetValue('', 'percent', 'en-GB')).toBeNull();
  });
});
