import { parseNumber } from '@shared/format/parse-number';

/**
 * Reads a ramp curve as it is typed: shares of full productivity by month, `25 %, 50 %, 75 %` or `25 50 75`. A number above 1
 * counts as per cent. Empty text is no ramp; null for what cannot be read or is more than full productivity.
 * @param locale BCP 47
 */
export function readRamp(text: string, locale: string): readonly number[] | null {
  const parts = text
    .replaceAll(/\s*%/g, '%')
    .split(/[;\s]+|,(?=\s)/)
    .filter((part) => part !== '');
  const shares = parts.map((part) => {
    const number = parseNumber(part.replace('%', ''), locale);
    if (number === null) return Number.NaN;
    return part.includes('%') || number > 1 ? number / 100 : number;
  });
  return shares.every((share) => share >= 0 && share <= 1) ? shares : null;
}
