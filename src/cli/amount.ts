import { parseNumber } from '@shared/format/parse-number';
import { BadArgument } from './command';

/**
 * Reads an amount of an argument: `1234.5`, `1 234,50`, `60 %` (as 0.6).
 * @throws BadArgument
 */
export function amountOf(text: string, name: string): number {
  const looksNorwegian = /,\d{1,2}\s*%?$/.test(text);
  const value = parseNumber(text, looksNorwegian ? 'nb-NO' : 'en-GB');
  if (value === null) throw new BadArgument(`${name} takes a number, not ${text}.`);
  return value;
}
