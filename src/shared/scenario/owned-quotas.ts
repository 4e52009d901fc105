import type { CutQuota, QuotaShare } from '../kpi/quota-share';
import { shareOf } from '../model/period-share';

/** Quotas cut to a period, and whose each is: a rep's or a team's, of one measure. */
export interface OwnedQuotas {
  readonly cuts: readonly CutQuota[];
  readonly owners: readonly Pick<QuotaShare, 'rep' | 'team' | 'region' | 'measure'>[];
  /** By place in `cuts`: the index of its owner. */
  readonly ownerOf: Int32Array;
}

export function ownedQuotas(cuts: readonly CutQuota[]): OwnedQuotas {
  const indices = new Map<string, number>();
  const owners: OwnedQuotas['owners'][number][] = [];
  const ownerOf = Int32Array.from(cuts, ({ quota: { rep, team, region, measure } }) => {
    const key = JSON.stringify([rep, team, region, measure]);
    const known = indices.get(key);
    if (known !== undefined) return known;
    indices.set(key, owners.length);
    return owners.push({ rep, team, region, measure }) - 1;
  });
  return { cuts, owners, ownerOf };
}

/**
 * What each owner has in the period, all of its quotas together.
 * @param amounts by place in `cuts`: the whole amount of each quota. @param presence how much of it still counts.
 */
export function sharesByOwner(
  { cuts, owners, ownerOf }: OwnedQuotas,
  amounts: Float64Array,
  presence: Float64Array,
): readonly QuotaShare[] {
  const own = new Float64Array(owners.length);
  const ofTeam = new Float64Array(owners.length);
  for (const [place, { share, teamShare }] of cuts.entries()) {
    const owner = ownerOf[place] ?? 0;
    const amount = (amounts[place] ?? 0) * (presence[place] ?? 1);
    own[owner] = (own[owner] ?? 0) + shareOf(amount, share);
    ofTeam[owner] = (ofTeam[owner] ?? 0) + shareOf(amount, teamShare);
  }
  return owners.map((owner, index) => ({
    ...owner,
    amount: own[index] ?? 0,
    teamAmount: ofTeam[index] ?? 0,
  }));
}
