/** Parts of a format that are shown as they stand, or say for which numbers and in which colour and language it is. */
const literal = /"[^"]*"?|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]?/gi;

/** `0.00E+00` and `General` hold letters of dates, but are formats of numbers. */
const numeric = /general|[0#?][0#?.,]*e[+-][0#?]*/gi;

/** Whether a number format shows dates or times: ECMA-376 part 1, 18.8.31. */
export function showsDates(format: string): boolean {
  const letters = format.replace(literal, '').replace(numeric, '');
  return /[dmyhsebg]|a\/p|am\/pm/i.test(letters);
}
