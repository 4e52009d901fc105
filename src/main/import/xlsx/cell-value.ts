/** A power of ten up to which a number divided by it is right to the last bit, as both are exact. */
const exactPowers = Array.from({ length: 16 }, (_, power) => 10 ** power);
const mostDigits = 15;

/** The number that the bytes write: Number of their text, only faster for the plain ones. NaN where they write none. */
export function numberIn(bytes: Buffer, from: number, to: number): number {
  let at = from;
  const isNegative = bytes[at] === 0x2d;
  if (isNegative) at += 1;
  let digits = 0;
  let point = -1;
  let number = 0;
  for (; at < to; at += 1) {
    const byte = bytes[at] as number;
    if (byte >= 0x30 && byte <= 0x39) {
      number = number * 10 + byte - 0x30;
      digits += 1;
    } else if (byte === 0x2e && point < 0) point = digits;
    else break;
  }
  if (at < to || digits === 0 || digits > mostDigits) {
    const text = bytes.toString('latin1', from, to);
    return text.trim() === '' ? Number.NaN : Number(text);
  }
  const size = point < 0 ? number : number / (exactPowers[digits - point] as number);
  return isNegative ? -size : size;
}

export function integerIn(bytes: Buffer, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at += 1) number = number * 10 + (bytes[at] as number) - 0x30;
  return number;
}
