import { type Interval, wilsonInterval } from '../kpi/wilson-interval';

/** So many of so many. */
export interface Share {
  readonly count: number;
  readonly of: number;
}

/** A step of the sale that a rep and the team take, such as from one stage to the next. */
export interface SkillStep {
  /** The stage that is reached by the step. */
  readonly name: string;
  readonly rep: Share;
  readonly team: Share;
}

/** How a share of a rep stands to that of the team. */
export interface ComparedShare {
  readonly rep: Share;
  readonly team: Share;
  /** Wilson's 95 % interval of the rep's share; null where the rep has nothing to divide by. */
  readonly interval: Interval | null;
  /** Whether the rep's interval leaves out the share of the team; null where chance may have made the difference. */
  readonly differs: 'above' | 'below' | null;
}

/** How a step of the rep stands to the team's. */
export interface ComparedStep extends ComparedShare {
  readonly name: string;
  /** The rep's share less the team's: −0.2 is 20 points less; null where either has nothing to divide by. */
  readonly gap: number | null;
  /** How many more would have gone on at the team's share; 0 where the rep is no worse. */
  readonly lost: number;
}

export interface SkillGap {
  readonly steps: readonly ComparedStep[];
  /** The step at which the rep loses most compared with the team, by more than chance; null where there is none. */
  readonly worst: ComparedStep | null;
  /** The step with the largest gap, which chance may have made; null where the rep is behind at none. */
  readonly largest: ComparedStep | null;
}

/** By the house's rule for shares: what differs is what the interval of Wilson (1927) leaves out. */
export function compareShares(rep: Share, team: Share): ComparedShare {
  const interval = wilsonInterval(rep.count, rep.of);
  if (interval === null || team.of === 0) return { rep, team, interval, differs: null };
  const usual = team.count / team.of;
  const differs = interval.high < usual ? 'below' : interval.low > usual ? 'above' : null;
  return { rep, team, interval, differs };
}

/** Finds the step of the sale at which a rep loses most compared with the team. */
export function skillGap(steps: readonly SkillStep[]): SkillGap {
  const compared = steps.map(compareStep);
  const behind = compared
    .filter(({ gap }) => gap !== null && gap < 0)
    .sort((one, other) => (one.gap ?? 0) - (other.gap ?? 0));
  return {
    steps: compared,
    worst: behind.find(({ differs }) => differs === 'below') ?? null,
    largest: behind[0] ?? null,
  };
}

function compareStep({ name, rep, team }: SkillStep): ComparedStep {
  const known = rep.of > 0 && team.of > 0;
  const gap = known ? rep.count / rep.of - team.count / team.of : null;
  return { name, ...compareShares(rep, team), gap, lost: gap !== null && gap < 0 ? -gap * rep.of : 0 };
}
