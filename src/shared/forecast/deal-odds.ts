/** One stay of a deal: since it was created, or since it entered a stage. Days are day numbers of `calendar-date.ts`. */
export interface DealStay {
  readonly from: number;
  /** When it was closed or left the stage; null while it is there. */
  readonly until: number | null;
  /** When the deal was won in the end; null where it was not, or not yet. */
  readonly wonOn: number | null;
}

/** Fewer stays than these are no measure. */
export const fewestComparable = 20;

export interface Odds {
  readonly chance: number;
  /** The stays that it was counted over. */
  readonly comparable: number;
}

/**
 * The chance that a deal that has stayed for so many days is won within the days to come: of the earlier stays that lasted as long
 * and whose following days have all passed, the share that was won in them. Where fewer than 20 are comparable, those of half the
 * age, and so on down to new ones.
 * @param asOf the last day that is known.
 * @returns null where fewer than 20 stays are comparable at any age.
 */
export function oddsOfWinning(
  stays: readonly DealStay[],
  age: number,
  daysToCome: number,
  asOf: number,
): Odds | null {
  for (let reached = Math.max(0, age); ; reached = Math.floor(reached / 2)) {
    const odds = oddsAt(stays, reached, daysToCome, asOf);
    if (odds.comparable >= fewestComparable) return odds;
    if (reached === 0) return null;
  }
}

function oddsAt(stays: readonly DealStay[], age: number, daysToCome: number, asOf: number): Odds {
  let comparable = 0;
  let won = 0;
  for (const { from, until, wonOn } of stays) {
    if (from + age + daysToCome > asOf) continue;
    // At age 0 everything that began counts, also what was over on the same day.
    if (age > 0 && until !== null && until <= from + age) continue;
    comparable += 1;
    if (wonOn !== null && wonOn <= from + age + daysToCome) won += 1;
  }
  return { chance: comparable === 0 ? 0 : won / comparable, comparable };
}
