/** When a deal entered a stage; days are day numbers of `calendar-date.ts`. */
export interface StageEntry {
  readonly stage: string;
  readonly day: number;
}

/** One visit of a stage; it has no end while the deal is there. */
export interface StageVisit {
  readonly stage: string;
  readonly from: number;
  readonly until: number | null;
}

/**
 * The visits that a deal's entries tell of, in their order. Entering the stage that it is in already changes nothing.
 * @param closedOn when the deal was won or lost, which ends the last visit; null while it is open.
 */
export function visitsOf(entries: readonly StageEntry[], closedOn: number | null): readonly StageVisit[] {
  const sorted = [...entries].sort((one, other) => one.day - other.day);
  const moves = sorted.filter(({ stage }, place) => sorted[place - 1]?.stage !== stage);
  return moves.map(({ stage, day }, place) => ({
    stage,
    from: day,
    until: moves[place + 1]?.day ?? (closedOn === null ? null : Math.max(day, closedOn)),
  }));
}

/** The days that a deal spent in each stage which it has left, those of several visits together. */
export function daysInStages(visits: readonly StageVisit[]): ReadonlyMap<string, number> {
  const days = new Map<string, number>();
  const there = new Set(visits.filter(({ until }) => until === null).map(({ stage }) => stage));
  for (const { stage, from, until } of visits) {
    if (until === null || there.has(stage)) continue;
    days.set(stage, (days.get(stage) ?? 0) + until - from);
  }
  return days;
}
