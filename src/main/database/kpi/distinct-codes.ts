/** Rows in the order of their days, with the days, codes and groups of all rows. */
export interface CodedRows {
  readonly rows: Int32Array;
  readonly days: Int32Array;
  /** Below 0 where a row has no code. */
  readonly codes: Int32Array;
  readonly groups: Int32Array;
  readonly groupCount: number;
}

/** Stands for a day before all others. */
const never = -2_147_483_648;

/** The rows of a code are gone through backwards while they are this few; those of others are looked up. */
const fewRows = 16;

/**
 * For each of the rows the day of the one before it with the same code in the same group, or a day before all others. From one day on
 * a code is new to its group in the rows whose day before lies before that day, so that the distinct codes of any period are counted in
 * one pass.
 */
export function daysOfSameCode({ rows, days, codes, groups, groupCount }: CodedRows): Int32Array {
  const before = new Int32Array(rows.length).fill(never);
  const chain = new Int32Array(rows.length).fill(-1);
  const size = codes.reduce((most, code) => Math.max(most, code), -1) + 1;
  const lastPlace = new Int32Array(size).fill(-1);
  const seen = new Int32Array(size);
  const lastOfPair = new Map<number, number>();
  const groupAt = (place: number): number => groups[rows[place] ?? 0] ?? 0;

  /** From now on the code's rows are looked up by their groups. */
  const lookUp = (code: number): void => {
    for (let at = lastPlace[code] ?? -1; at >= 0; at = chain[at] ?? -1) {
      const pair = code * groupCount + groupAt(at);
      if (!lastOfPair.has(pair)) lastOfPair.set(pair, at);
    }
  };
  const goBack = (from: number, group: number): number => {
    let at = from;
    while (at >= 0 && groupAt(at) !== group) at = chain[at] ?? -1;
    return at;
  };

  for (let place = 0; place < rows.length; place += 1) {
    const row = rows[place] ?? 0;
    const code = codes[row] ?? -1;
    if (code < 0) continue;
    const group = groups[row] ?? 0;
    const earlier = seen[code] ?? 0;
    if (earlier === fewRows) lookUp(code);
    const pair = code * groupCount + group;
    const last = lastPlace[code] ?? -1;
    const found = earlier < fewRows ? goBack(last, group) : (lastOfPair.get(pair) ?? -1);
    if (found >= 0) before[place] = days[rows[found] ?? 0] ?? never;
    if (earlier >= fewRows) lastOfPair.set(pair, place);
    seen[code] = earlier + 1;
    chain[place] = last;
    lastPlace[code] = place;
  }
  return before;
}
