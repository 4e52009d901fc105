import { exactSum } from '../../kpi/exact-sum';

/** A rep's quota over the whole plan beside what is expected. */
export interface QuotaCandidate {
  readonly rep: string;
  readonly quota: number;
  readonly expected: number;
  /** Its quota is not to be changed. */
  readonly locked: boolean;
}

export interface ProposalBounds {
  /** The share of reps, 0 to 1, that is to be expected at quota. */
  readonly share: number;
  /** By how much of itself a quota may be lowered or raised at the most; fractions. */
  readonly mostCut: number;
  readonly mostRaise: number;
  /** What quotas are whole multiples of. */
  readonly unit: number;
}

export interface ProposedQuota extends QuotaCandidate {
  readonly proposed: number;
  readonly atQuota: boolean;
}

export interface QuotaProposal {
  readonly rows: readonly ProposedQuota[];
  /** Reps who have to be at quota for the wanted share, and those who are under the proposal. */
  readonly wanted: number;
  readonly reached: number;
  readonly before: number;
  readonly after: number;
  /** What the total loses; never below 0. */
  readonly loss: number;
  /** Reps who would have to be cut by more than the bound allows, or are locked, nearest first. */
  readonly outOfReach: readonly string[];
}

/**
 * Quotas by which a wanted share of reps is expected to reach theirs, at the smallest loss of the total within the bounds.
 *
 * Each rep at quota counts one, whatever it took, and what it takes is the gap between quota and expected result; so the smallest sum
 * of cuts is that of the smallest gaps. What the cuts take from the total is given to those who are expected above their quota, in
 * proportion to their room up to the expected result, so that none of them falls below quota; a raise for those who miss theirs
 * anyway would save the total on paper alone, and is not made. With the chosen cuts no assignment loses less: every other rep at quota
 * would take a larger gap, and all room is used before anything is lost.
 *
 * @throws RangeError for a share outside 0 to 1.
 */
export function proposeQuotas(candidates: readonly QuotaCandidate[], bounds: ProposalBounds): QuotaProposal {
  if (!(bounds.share >= 0 && bounds.share <= 1)) throw new RangeError('a share outside 0 to 1');
  const rated = candidates.filter(({ quota }) => quota > 0);
  const wanted = Math.ceil(bounds.share * rated.length - 1e-9);
  const atQuota = rated.filter(isAtQuota);
  const under = rated
    .filter((candidate) => !isAtQuota(candidate))
    .map((candidate) => ({ candidate, cutTo: floorTo(candidate.expected, bounds.unit) }))
    .sort((one, other) => gapOf(one) - gapOf(other) || (one.candidate.rep < other.candidate.rep ? -1 : 1));
  const missing = Math.max(0, wanted - atQuota.length);
  const possible = under.filter(
    ({ candidate, cutTo }) =>
      !candidate.locked && cutTo > 0 && cutTo >= candidate.quota * (1 - bounds.mostCut) - 1e-9,
  );
  const chosen = possible.slice(0, missing);
  const cuts = new Map(chosen.map(({ candidate, cutTo }) => [candidate.rep, cutTo]));
  const cut = exactSum(chosen.map(gapOf));
  const raises = raisesOf(atQuota, cut, bounds);
  const rows = candidates.map((candidate): ProposedQuota => {
    const proposed = cuts.get(candidate.rep) ?? candidate.quota + (raises.get(candidate.rep) ?? 0);
    return { ...candidate, proposed, atQuota: proposed > 0 && isAtQuota({ ...candidate, quota: proposed }) };
  });
  const before = exactSum(candidates.map(({ quota }) => quota));
  const after = exactSum(rows.map(({ proposed }) => proposed));
  const unreached = under.filter(({ candidate }) => !cuts.has(candidate.rep));
  return {
    rows,
    wanted,
    reached: rows.filter((row) => row.atQuota).length,
    before,
    after,
    loss: Math.max(0, exactSum([before, -after])),
    outOfReach:
      chosen.length < missing
        ? unreached.slice(0, missing - chosen.length).map(({ candidate }) => candidate.rep)
        : [],
  };
}

function isAtQuota({ quota, expected }: Pick<QuotaCandidate, 'quota' | 'expected'>): boolean {
  return expected >= quota;
}

function gapOf({ candidate, cutTo }: { readonly candidate: QuotaCandidate; readonly cutTo: number }): number {
  return candidate.quota - cutTo;
}

/** Raises in whole units that come to the wanted sum, or to all the room there is, in proportion to each one's room. */
function raisesOf(
  atQuota: readonly QuotaCandidate[],
  wanted: number,
  { mostRaise, unit }: ProposalBounds,
): ReadonlyMap<string, number> {
  const rooms = atQuota.map(({ rep, quota, expected, locked }) => {
    const upTo = Math.min(expected, quota * (1 + mostRaise));
    return { rep, room: locked ? 0 : Math.max(0, floorTo(upTo - quota, unit)) };
  });
  const room = exactSum(rooms.map((own) => own.room));
  if (room <= 0 || wanted <= 0) return new Map();
  const share = Math.min(1, wanted / room);
  const raises = new Map(rooms.map((own) => [own.rep, floorTo(own.room * share, unit)]));
  // What rounding down has left is given out unit by unit, to those with the most room left.
  let left = Math.min(wanted, room) - exactSum([...raises.values()]);
  const byRoom = [...rooms].sort(
    (one, other) =>
      other.room - (raises.get(other.rep) ?? 0) - (one.room - (raises.get(one.rep) ?? 0)) ||
      (one.rep < other.rep ? -1 : 1),
  );
  for (const { rep, room: own } of byRoom) {
    const raised = raises.get(rep) ?? 0;
    const more = Math.min(left, own - raised, unit);
    if (more <= 0) continue;
    raises.set(rep, raised + more);
    left -= more;
  }
  return raises;
}

function floorTo(value: number, unit: number): number {
  return Math.floor(value / unit + 1e-9) * unit;
}
