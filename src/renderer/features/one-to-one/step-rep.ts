/** The name before or after another in a list, round its ends; null in an empty list. A name that is not there leads to the first. */
export function stepRep(names: readonly string[], current: string, step: -1 | 1): string | null {
  const place = names.indexOf(current);
  if (place < 0) return names[0] ?? null;
  return names[(place + step + names.length) % names.length] ?? null;
}
