import type { DateRange } from '@shared/model/calendar-date';
import { datasetIds } from '@shared/model/dataset';
import type { CubeRetention, ScenarioCube } from '@shared/scenario/cube';
import { scenarioKpis } from '@shared/scenario/cube-answers';
import type { ScenarioBase } from '@shared/scenario/scenario-base';
import type { WorkspaceSession } from '../../workspace/workspace-session';
import type { KpiReader } from '../kpi/kpi-reader';
import { KeptCube } from './kept-cube';
import { bucketsOf, cubeOf } from './read-cube';

interface RevisedBase {
  /** Rises when anything changes that the base stands on. */
  readonly revision: number;
  readonly base: ScenarioBase;
}

/**
 * Reads what scenarios of a period start from, once for each state of what they stand on; scenarios themselves are not part of that.
 * The cells follow edits, undo, redo and imports without being read anew: see `KeptCube`.
 */
export class ScenarioBaseReader {
  private kept: RevisedBase | null = null;
  private cube: { readonly kept: KeptCube; readonly range: DateRange; revision: number } | null = null;

  /** @param kpis shares the columns that it has read of the same workspace. */
  constructor(
    private readonly session: WorkspaceSession,
    private readonly kpis: KpiReader,
  ) {}

  read({ from, to }: DateRange): RevisedBase {
    const revision = this.session.revisionOf(...datasetIds, 'targets', 'own_kpi', 'workspace_setting');
    const { kept } = this;
    const { range } = kept?.base.cube ?? {};
    if (kept?.revision === revision && range?.from === from && range.to === to) return kept;
    this.kept = { revision, base: this.readBase({ from, to }) };
    return this.kept;
  }

  private readBase(range: DateRange): ScenarioBase {
    const { kpis } = this;
    const ownKpis = kpis.catalogue.flatMap(({ id, own }) => (own ? [id] : []));
    const results = kpis.evaluate({ ...range, kpis: [...scenarioKpis, ...ownKpis] });
    return {
      cube: this.readCube(range, readRetention(kpis, range)),
      values: results.map(({ id, value, target: own, unit }) => ({ id, value, target: own, unit })),
    };
  }

  /** The cells as they are now: brought up to date, or read. */
  readCube(range: DateRange, retention: readonly CubeRetention[]): ScenarioCube {
    const { measures } = this.kpis;
    return cubeOf(this.cellsOf(range), measures, range, retention);
  }

  private cellsOf(range: DateRange): KeptCube {
    const { session, cube } = this;
    if (cube !== null && cube.range.from === range.from && cube.range.to === range.to) {
      const steps = session.stepsSince(cube.revision);
      if (steps !== null && cube.kept.follow(steps)) {
        cube.revision = session.revision;
        return cube.kept;
      }
    }
    const kept = new KeptCube(this.kpis.measures.columns, session.connection, range, bucketsOf(range));
    this.cube = { kept, range, revision: session.revision };
    return kept;
  }
}

/** Customers at the start of a period by segment, and those of them who left in it. */
function readRetention(kpis: KpiReader, range: DateRange): readonly CubeRetention[] {
  const [churn, revenue] = kpis.evaluate({
    ...range,
    kpis: ['churn_rate', 'revenue_churn_rate'],
    by: 'segment',
  });
  const revenueOf = new Map(revenue?.rows.map((row) => [row.key, row]));
  return (churn?.rows ?? []).map(({ key, numerator, denominator }) => ({
    segment: key,
    lost: numerator ?? 0,
    there: denominator ?? 0,
    revenueLost: revenueOf.get(key)?.numerator ?? 0,
    revenueThere: revenueOf.get(key)?.denominator ?? 0,
  }));
}
