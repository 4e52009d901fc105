import type { WorkspaceOptions } from '@shared/ipc/workspace';
import { kpiOf } from '@shared/kpi/catalogue';
import type { KpiFilter } from '@shared/kpi/declaration';
import { isAdditive } from '@shared/kpi/formula';
import { addsUpOverDays, type MeasureId, measures } from '@shared/kpi/measure';
import type { MeasureQuery, MeasureRow, MeasureSource, ProductPrices } from '@shared/kpi/measure-source';
import { type Quota, type QuotaShare, quotasWithin } from '@shared/kpi/quota-share';
import type { DateRange } from '@shared/model/calendar-date';
import type { DatasetId } from '@shared/model/dataset';
import { type ScopeOfTarget, type TargetLevels, targetFor } from '@shared/model/target';
import type { Connection } from '../connection';
import { newestPrices, readPrices, type SeenPrice } from './competitor-prices';
import { DaySums } from './day-sums';
import { dayStatement, measureStatement } from './measure-sql';
import { readQuotas } from './quota-rows';
import { readTargets, type StoredTarget } from './targets';

/**
 * The workspace's rows as a source of measures, as of one revision. Whatever has been read is kept, so each question costs a query
 * once: totals that add up over time are read by day, and serve every period after that.
 */
export class WorkspaceMeasures implements MeasureSource {
  private readonly kept = new Map<string, unknown>();
  private readonly expected = new Set<MeasureId>();

  constructor(
    private readonly connection: Connection,
    readonly options: WorkspaceOptions,
  ) {}

  /** Says which measures will be asked for, so that those of the same rows are read in one pass. */
  expect(ids: Iterable<MeasureId>): void {
    for (const id of ids) if (addsUpOverDays(measures[id])) this.expected.add(id);
  }

  hasRows(dataset: DatasetId): boolean {
    return this.keep(`rows ${dataset}`, () => this.exists(`SELECT 1 FROM ${dataset}`));
  }

  recordsChurn(): boolean {
    return this.keep('churn', () => this.exists('SELECT 1 FROM customers WHERE churned_on IS NOT NULL'));
  }

  read(query: MeasureQuery): readonly MeasureRow[] {
    if (query.by.length === 0 && query.measures.every((id) => addsUpOverDays(measures[id]))) {
      return [
        { keys: [], values: query.measures.map((id) => this.daySums(id, query.filter).within(query.range)) },
      ];
    }
    return this.keep(`measures ${JSON.stringify(query)}`, () => {
      const { sql, parameters } = measureStatement(query);
      return this.connection.tuples(sql, parameters).map((tuple) => ({
        keys: tuple.slice(0, query.by.length).map(String),
        values: tuple.slice(query.by.length).map(Number),
      }));
    });
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
      newestPrices(this.allPrices(), day).filter(
        ({ product, category }) => passes(filter, 'product', product) && passes(filter, 'category', category),
      ),
    );
  }

  target(kpi: string, scope: ScopeOfTarget, range: DateRange): number | null {
    return this.levels(kpi, scope, range)?.value ?? null;
  }

  /** The target that holds for a KPI and a scope in a range: see `targetFor`. */
  levels(kpi: string, scope: ScopeOfTarget, range: DateRange): TargetLevels | null {
    const set = this.allTargets().filter(
      (target) => target.kpi === kpi && target.scopeKind === scope.kind && target.scopeKey === scope.key,
    );
    const declaration = kpiOf(kpi);
    const { direction } = declaration;
    return targetFor(
      set,
      range,
      { direction, additive: isAdditive(declaration) },
      this.options.fiscalYearStart,
    );
  }

  /** The first date of any row that has one; null where none has. */
  firstDay(): string | null {
    return this.keep('first day', () => {
      const found = this.connection.first(`
        SELECT min(day) AS day FROM (
          SELECT min(ordered_on) AS day FROM orders
          UNION ALL SELECT min(coalesce(created_on, closed_on)) FROM opportunities
          UNION ALL SELECT min(created_on) FROM leads
          UNION ALL SELECT min(date) FROM activities
        )`);
      return typeof found?.day === 'string' ? found.day : null;
    });
  }

  private allQuotas(): readonly Quota[] {
    return this.keep('all quotas', () => readQuotas(this.connection));
  }

  private allPrices(): readonly SeenPrice[] {
    return this.keep('all prices', () => readPrices(this.connection));
  }

  private allTargets(): readonly StoredTarget[] {
    return this.keep('all targets', () => readTargets(this.connection));
  }

  private daySums(id: MeasureId, filter: KpiFilter): DaySums {
    const keyOf = (measure: MeasureId): string => `days ${measure} ${JSON.stringify(filter)}`;
    const found = this.kept.get(keyOf(id));
    if (found instanceof DaySums) return found;
    const together = [...this.expected].filter(
      (other) => other !== id && !this.kept.has(keyOf(other)) && ofSameRows(id, other),
    );
    const ids = [id, ...together];
    const { sql, parameters } = dayStatement(ids, filter);
    const tuples = this.connection.tuples(sql, parameters);
    const days = tuples.map((tuple) => String(tuple[0]));
    const read = ids.map((measure, index) => {
      const sums = new DaySums(
        days,
        tuples.map((tuple) => Number(tuple[index + 1])),
      );
      this.kept.set(keyOf(measure), sums);
      return sums;
    });
    return read[0] ?? new DaySums([], []);
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

function ofSameRows(one: MeasureId, other: MeasureId): boolean {
  const [first, second] = [measures[one], measures[other]];
  return (
    first.dataset === second.dataset && JSON.stringify(first.placement) === JSON.stringify(second.placement)
  );
}
