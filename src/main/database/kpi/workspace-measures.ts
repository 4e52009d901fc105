import type { WorkspaceOptions } from '@shared/ipc/workspace';
import { type KpiCatalogue, kpiOf } from '@shared/kpi/catalogue';
import { daysInStages, visitsOf } from '@shared/kpi/deal-journey';
import type { KpiFilter } from '@shared/kpi/declaration';
import { isAdditive } from '@shared/kpi/formula';
import { targetHoldsForParts, targetOwners } from '@shared/kpi/inherited-target';
import { type MeasureId, measureDeclared } from '@shared/kpi/measure';
import type {
  Incentives,
  MeasureQuery,
  MeasureRow,
  MeasureSource,
  ProductPrices,
} from '@shared/kpi/measure-source';
import { type Quota, type QuotaShare, quotasWithin } from '@shared/kpi/quota-share';
import type { DateRange } from '@shared/model/calendar-date';
import type { DatasetId } from '@shared/model/dataset';
import type { Stage } from '@shared/model/stage-order';
import { type ScopeOfTarget, type TargetLevels, type TargetScope, targetFor } from '@shared/model/target';
import type { Connection } from '../connection';
import { readPlans } from '../incentives/plan-rows';
import { readReps } from '../incentives/rep-rows';
import { newestPrices, readPrices, type SeenPrice } from './competitor-prices';
import { readKpiCatalogue } from './kpi-catalogue';
import { rowsOfMeasure, scanMeasures } from './measure-scan';
import { readQuotas } from './quota-rows';
import { readStages } from './stages';
import { noDay } from './stored-column';
import { readTargets, type StoredTarget } from './targets';
import type { WorkspaceColumns } from './workspace-columns';

/** Of all answers together; the oldest are forgotten first, such as those to periods that were left long ago. */
const mostRowsKept = 300_000;

/**
 * The workspace's rows as a source of measures, as of one revision. Columns are read when they are first asked for, and answers
 * of a moderate size are kept.
 */
export class WorkspaceMeasures implements MeasureSource {
  private readonly kept = new Map<string, unknown>();
  private readonly answered = new Map<string, readonly MeasureRow[]>();
  private answeredRows = 0;

  constructor(
    private readonly connection: Connection,
    readonly options: WorkspaceOptions,
    readonly columns: WorkspaceColumns,
  ) {}

  /** The KPIs of the workspace: see `kpi-catalogue.ts`. */
  get catalogue(): KpiCatalogue {
    return this.keep('catalogue', () => readKpiCatalogue(this.connection));
  }

  hasRows(dataset: DatasetId): boolean {
    return this.keep(`rows ${dataset}`, () => this.exists(`SELECT 1 FROM ${dataset}`));
  }

  stages(): readonly Stage[] {
    return this.keep('stages', () => readStages(this.connection));
  }

  stageDays(deals: MeasureId, range: DateRange, filter: KpiFilter): ReadonlyMap<string, readonly number[]> {
    return this.keep(`stage days ${JSON.stringify([deals, range, filter])}`, () => {
      const columns = this.columns.of('opportunities');
      const history = columns.stageHistory();
      const isOpen = columns.condition([{ field: 'outcome', in: ['open'] }]);
      const closed = columns.days('closed_on');
      const found = new Map<string, number[]>();
      if (history.size === 0) return found;
      for (const row of rowsOfMeasure(columns, { measure: deals, range, filter }, () =>
        this.firstPurchases(),
      )) {
        const closedOn = isOpen[row] === 1 || closed[row] === noDay ? null : (closed[row] ?? null);
        for (const [stage, days] of daysInStages(visitsOf(history.get(row) ?? [], closedOn))) {
          const known = found.get(stage);
          if (known) known.push(days);
          else found.set(stage, [days]);
        }
      }
      return found;
    });
  }

  recordsChurn(): boolean {
    return this.keep('churn', () => this.exists('SELECT 1 FROM customers WHERE churned_on IS NOT NULL'));
  }

  recordsRecurring(): boolean {
    return this.keep('recurring', () =>
      this.exists('SELECT 1 FROM customers WHERE recurring_amount IS NOT NULL'),
    );
  }

  read(query: MeasureQuery): readonly MeasureRow[] {
    const [first] = query.measures;
    if (first === undefined) return [];
    const key = JSON.stringify(query);
    const known = this.answered.get(key);
    if (known) return known;
    const columns = this.columns.of(measureDeclared(first).dataset);
    const rows = scanMeasures(columns, query, () => this.firstPurchases());
    this.keepAnswer(key, rows);
    return rows;
  }

  private keepAnswer(key: string, rows: readonly MeasureRow[]): void {
    this.answered.set(key, rows);
    this.answeredRows += rows.length;
    for (const [oldest, old] of this.answered) {
      if (this.answeredRows <= mostRowsKept) return;
      this.answered.delete(oldest);
      this.answeredRows -= old.length;
    }
  }

  quotas(range: DateRange, filter: KpiFilter): readonly QuotaShare[] {
    return this.keep(`quotas ${JSON.stringify([range, filter])}`, () => {
      const chosen = this.allQuotas().filter((quota) =>
        (['rep', 'team', 'region'] as const).every((dimension) =>
          passes(filter, dimension, quota[dimension]),
        ),
      );
      return quotasWithin(chosen, range, this.options.fiscalYearStart);
    });
  }

  prices(day: string, filter: KpiFilter): readonly ProductPrices[] {
    return this.keep(`prices ${JSON.stringify([day, filter])}`, () =>
      newestPrices(
        this.allPrices().filter(({ competitor }) => passes(filter, 'competitor', competitor)),
        day,
      ).filter(
        ({ product, category }) => passes(filter, 'product', product) && passes(filter, 'category', category),
      ),
    );
  }

  target(kpi: string, scope: ScopeOfTarget, range: DateRange): number | null {
    return this.levels(kpi, scope, range)?.value ?? null;
  }

  /** The target that a figure is held against, and whose it is: the scope's own, else for a rate that of its team or of all. */
  heldAgainst(
    kpi: string,
    scope: ScopeOfTarget,
    range: DateRange,
  ): { readonly levels: TargetLevels; readonly owner: TargetScope } | null {
    const inherits = targetHoldsForParts(kpiOf(this.catalogue, kpi));
    const owners = inherits ? targetOwners(scope, (rep) => this.teamOf(rep)) : [scope];
    for (const owner of owners) {
      const levels = this.levels(kpi, owner, range);
      if (levels !== null) return { levels, owner: owner.kind };
    }
    return null;
  }

  /** The scope's own target that holds for a KPI in a range: see `targetFor`. */
  levels(kpi: string, scope: ScopeOfTarget, range: DateRange): TargetLevels | null {
    const set = this.allTargets().filter(
      (target) => target.kpi === kpi && target.scopeKind === scope.kind && target.scopeKey === scope.key,
    );
    const declaration = kpiOf(this.catalogue, kpi);
    const { direction } = declaration;
    return targetFor(
      set,
      range,
      { direction, additive: isAdditive(declaration) },
      this.options.fiscalYearStart,
    );
  }

  incentives(): Incentives {
    return this.keep('incentives', () => ({
      plans: readPlans(this.connection),
      reps: readReps(this.connection),
    }));
  }

  /** Uncut, whatever their period. */
  allQuotas(): readonly Quota[] {
    return this.keep('all quotas', () => readQuotas(this.connection));
  }

  /** The first and the last day on which anything happened; null where nothing has. When an open deal may close has not happened. */
  daysOfData(): DateRange | null {
    return this.keep('days of data', () => {
      const found = this.connection.first(`
        SELECT min(first) AS first, max(last) AS last FROM (
          SELECT min(ordered_on) AS first, max(ordered_on) AS last FROM orders
          UNION ALL SELECT min(coalesce(created_on, closed_on)), max(created_on) FROM opportunities
          UNION ALL SELECT NULL, max(closed_on) FROM opportunities WHERE outcome <> 'open'
          UNION ALL SELECT min(created_on), max(created_on) FROM leads
          UNION ALL SELECT min(date), max(date) FROM activities
        )`);
      const { first, last } = found ?? {};
      return typeof first === 'string' && typeof last === 'string' ? { from: first, to: last } : null;
    });
  }

  private teamOf(rep: string): string | null {
    const teams = this.keep(
      'teams',
      () => new Map(this.incentives().reps.map(({ name, team }) => [name, team])),
    );
    return teams.get(rep) ?? null;
  }

  private allPrices(): readonly SeenPrice[] {
    return this.keep('all prices', () => readPrices(this.connection));
  }

  private allTargets(): readonly StoredTarget[] {
    return this.keep('all targets', () => readTargets(this.connection));
  }

  private firstPurchases(): Int32Array {
    return this.keep('first purchases', () => {
      const firstDays = new Int32Array(this.columns.of('customers').size).fill(noDay);
      const orders = this.columns.of('orders');
      const days = orders.days('ordered_on');
      const customers = orders.positions('customers', 'customer_id');
      for (let row = 0; row < days.length; row += 1) {
        const customer = customers[row] ?? -1;
        const day = days[row] ?? noDay;
        const first = firstDays[customer];
        if (first !== undefined && (first === noDay || day < first)) firstDays[customer] = day;
      }
      return firstDays;
    });
  }

  private exists(query: string): boolean {
    return this.connection.number(`SELECT EXISTS (${query})`) === 1;
  }

  private keep<Value>(key: string, read: () => Value): Value {
    if (!this.kept.has(key)) this.kept.set(key, read());
    return this.kept.get(key) as Value;
  }
}

function passes(filter: KpiFilter, dimension: keyof KpiFilter, name: string): boolean {
  return filter[dimension]?.includes(name) ?? true;
}
