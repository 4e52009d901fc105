import type { DateRange } from '@shared/model/calendar-date';
import type { ScenarioBase } from '@shared/scenario/scenario-base';
import type { WorkspaceSession } from '../../workspace/workspace-session';
import type { KpiReader } from '../kpi/kpi-reader';
import { readCube } from './read-cube';

interface Kept {
  readonly key: string;
  readonly base: ScenarioBase;
}

/** Reads what scenarios of a period start from, once for each state of the workspace and period. */
export class ScenarioBaseReader {
  private kept: Kept | null = null;

  /** @param kpis shares the columns that it has read of the same workspace. */
  constructor(
    private readonly session: WorkspaceSession,
    private readonly kpis: KpiReader,
  ) {}

  read(range: DateRange): ScenarioBase {
    const key = `${this.session.revision} ${range.from} ${range.to}`;
    if (this.kept?.key !== key) this.kept = { key, base: readBase(this.kpis, range) };
    return this.kept.base;
  }
}

function readBase(kpis: KpiReader, range: DateRange): ScenarioBase {
  const results = kpis.evaluate(range);
  const coverage = results.find(({ id }) => id === 'pipeline_coverage');
  return {
    cube: readCube(kpis.measures, range),
    values: results.map(({ id, value, target: own, unit }) => ({ id, value, target: own, unit })),
    openAmount: coverage?.numerator ?? null,
  };
}
