import type { Filter } from '@shared/ipc/rows';
import type { KpiFilter } from '@shared/kpi/declaration';
import type { MeasureCondition, MeasureDataset, RowNumber } from '@shared/kpi/measure';
import type { MeasureDimension } from '@shared/kpi/measure-source';
import type { EntityId } from '@shared/model/dataset';
import type { Connection } from '../connection';
import { valueOfColumn } from '../rows/row-columns';
import { conditionOf } from '../rows/row-filter';
import type { DayOrder } from './day-order';
import type { Entities } from './entities';
import { FilteredRows, groupsOf, type RowGroups } from './filtered-rows';
import { NameCodes } from './name-codes';
import { readStageHistory, type StageHistory } from './stage-history';
import { readStages } from './stages';
import {
  dayColumn,
  noDay,
  numberColumn,
  referenceColumn,
  type StoredColumn,
  usualColumns,
} from './stored-column';

/** What each row has in a dimension, as a number that stands for a name. */
export interface DimensionColumn {
  readonly codes: Int32Array;
  readonly names: readonly string[];
}

/** The entity whose attribute a dimension is, and the column that holds it. */
const attributes: Readonly<Partial<Record<MeasureDimension, { entity: EntityId; column: string }>>> = {
  rep: { entity: 'reps', column: 'name' },
  team: { entity: 'reps', column: 'team' },
  product: { entity: 'products', column: 'name' },
  category: { entity: 'products', column: 'category' },
  customer: { entity: 'customers', column: 'name' },
  segment: { entity: 'customers', column: 'segment' },
};

/** Memory is bounded by forgetting what was found out about older filters. */
const mostFilters = 6;

const referenceOf = { reps: 'rep_id', products: 'product_id', customers: 'customer_id' } as const;

/**
 * A dataset's rows in memory, a typed array for each column that is asked for, read once. Scanning them is many times faster than
 * grouping in SQLite, which sorts all rows for it.
 */
export class DatasetColumns {
  readonly size: number;
  private readonly kept = new Map<string, unknown>();
  private readonly filtered = new Map<string, FilteredRows>();

  constructor(
    private readonly connection: Connection,
    private readonly dataset: MeasureDataset,
    /** The reps, products or customers that rows name; datasets share them. */
    readonly entities: (entity: EntityId) => Entities,
  ) {
    this.size = connection.number(`SELECT count(*) FROM ${dataset}`);
  }

  /** NaN where a row has none. */
  numbers(field: RowNumber): Float64Array {
    return this.stored(numberColumn(this.dataset, field)) as Float64Array;
  }

  /** Day numbers of `calendar-date.ts`; `noDay` where a row has none. */
  days(column: string): Int32Array {
    return this.stored(dayColumn(column)) as Int32Array;
  }

  /** The rows that have a date, in the order of it. */
  dayOrder(column: string): DayOrder {
    return this.passing({}).dayOrder(column);
  }

  /** The rows that pass a filter; those of the last few filters are kept. */
  passing(filter: KpiFilter): FilteredRows {
    const key = JSON.stringify(filter);
    const found = this.filtered.get(key) ?? new FilteredRows(this, filter);
    this.filtered.delete(key);
    this.filtered.set(key, found);
    // That without a filter is always wanted again.
    const oldest = [...this.filtered.keys()].find((kept) => kept !== '{}' && kept !== key);
    if (this.filtered.size > mostFilters && oldest !== undefined) this.filtered.delete(oldest);
    return found;
  }

  /** To which group each row belongs. */
  groups(by: readonly MeasureDimension[]): RowGroups {
    return this.keep(`groups ${by.join(' ')}`, () => groupsOf(this, by));
  }

  dimension(dimension: MeasureDimension): DimensionColumn {
    return this.keep(`dimension ${dimension}`, () => this.readDimension(dimension));
  }

  /** Distinct texts of a column as numbers; −1 where a row has none. */
  textCodes(column: string): Int32Array {
    return this.keep(`texts ${column}`, () => {
      const names = new NameCodes();
      const codes = new Int32Array(this.size);
      let row = 0;
      this.connection.eachTuple(`SELECT ${column} FROM ${this.dataset} ORDER BY id`, [], ([text]) => {
        codes[row] = text === null ? -1 : names.codeOf(String(text));
        row += 1;
      });
      return codes;
    });
  }

  /** Distinct values of a field or an extra column as numbers; −1 where a row has none. */
  valueCodes(column: string): Int32Array {
    return this.keep(`values ${column}`, () => {
      const names = new NameCodes();
      const codes = new Int32Array(this.size);
      const { sql, parameters } = valueOfColumn(this.dataset, column);
      let row = 0;
      this.connection.eachTuple(
        `SELECT ${sql} FROM ${this.dataset} AS t ORDER BY t.id`,
        parameters,
        ([value]) => {
          codes[row] = value === null || value === '' ? -1 : names.codeOf(String(value));
          row += 1;
        },
      );
      return codes;
    });
  }

  /** When each deal entered which stage, by its row; empty for deals that no history knows. */
  stageHistory(): StageHistory {
    return this.keep('stage history', () => readStageHistory(this.connection));
  }

  /** For each row 1 where any condition of the group holds, else 0. */
  condition(group: readonly MeasureCondition[]): Uint8Array {
    return this.keep(`condition ${JSON.stringify(group)}`, () => {
      const holds = new Uint8Array(this.size);
      for (const condition of group) this.mark(holds, condition);
      return holds;
    });
  }

  private mark(holds: Uint8Array, condition: MeasureCondition): void {
    if ('filled' in condition) {
      const { filled } = condition;
      if (filled === 'margin' || filled === 'quantity') {
        const values = this.numbers(filled);
        for (let row = 0; row < holds.length; row += 1) if (!Number.isNaN(values[row])) holds[row] = 1;
      } else {
        const values = this.days(filled);
        for (let row = 0; row < holds.length; row += 1) if (values[row] !== noDay) holds[row] = 1;
      }
      return;
    }
    if ('rows' in condition) {
      this.markRows(holds, condition.rows);
      return;
    }
    const { field, in: accepted } = condition;
    const folded = field === 'status' ? 'lower(trim(status))' : field;
    const sql = `SELECT ${folded} IN (SELECT value FROM json_each(?)) FROM ${this.dataset} ORDER BY id`;
    let row = 0;
    this.connection.eachTuple(sql, [JSON.stringify(accepted)], ([found]) => {
      if (found === 1) holds[row] = 1;
      row += 1;
    });
  }

  private markRows(holds: Uint8Array, filter: Filter): void {
    const { sql, parameters } = conditionOf(this.dataset, filter, '');
    let row = 0;
    this.connection.eachTuple(
      `SELECT ${sql} FROM ${this.dataset} AS t ORDER BY t.id`,
      parameters,
      ([passes]) => {
        if (passes === 1) holds[row] = 1;
        row += 1;
      },
    );
  }

  private readDimension(dimension: MeasureDimension): DimensionColumn {
    if (this.dataset === 'customers') return this.attributeColumn('customers', ownAttribute(dimension), 'id');
    if (dimension === 'region') return this.regionColumn();
    if (dimension === 'cycle_days') return this.cycleColumn();
    if (dimension === 'stage') return this.textColumn('stage');
    if (dimension === 'furthest_stage') return this.furthestStages();
    if (dimension === 'competitor') return this.textColumn('competitor');
    if (dimension === 'source') return this.textColumn(this.dataset === 'leads' ? 'source' : 'lead_source');
    const attribute = attributes[dimension];
    if (!attribute) throw new Error(`${this.dataset} cannot be split by ${dimension}.`);
    return this.attributeColumn(attribute.entity, attribute.column, referenceOf[attribute.entity]);
  }

  private attributeColumn(entity: EntityId, attribute: string, reference: string): DimensionColumn {
    const names = new NameCodes();
    const none = names.codeOf('');
    const codeAt = this.entities(entity)
      .attribute(attribute)
      .map((name) => names.codeOf(name));
    const positions = this.positions(entity, reference);
    return { codes: positions.map((position) => codeAt[position] ?? none), names: names.names };
  }

  /** A row's region is its rep's; orders and deals whose rep has none take their customer's. */
  private regionColumn(): DimensionColumn {
    const names = new NameCodes();
    const none = names.codeOf('');
    const ofRep = this.entities('reps')
      .attribute('region')
      .map((name) => names.codeOf(name));
    const codes = this.positions('reps', 'rep_id').map((position) => ofRep[position] ?? none);
    if (this.dataset === 'orders' || this.dataset === 'opportunities') {
      const ofCustomer = this.entities('customers')
        .attribute('region')
        .map((name) => names.codeOf(name));
      const customers = this.positions('customers', 'customer_id');
      for (let row = 0; row < codes.length; row += 1) {
        if (codes[row] === none) codes[row] = ofCustomer[customers[row] ?? -1] ?? none;
      }
    }
    return { codes, names: names.names };
  }

  private cycleColumn(): DimensionColumn {
    const names = new NameCodes();
    const lengths = this.numbers('cycle_days');
    const codes = Int32Array.from(lengths, (days) => names.codeOf(Number.isNaN(days) ? '' : String(days)));
    return { codes, names: names.names };
  }

  /**
   * The furthest of the stages in which a deal is or, by its history, was. One that was lost and has no history is known to have
   * reached none but the first, wherever it stood.
   */
  private furthestStages(): DimensionColumn {
    const names = new NameCodes();
    const order = readStages(this.connection);
    const places = new Map(order.map(({ name }, place) => [name, place]));
    const isLost = new Set(order.flatMap(({ name, outcome }) => (outcome === 'lost' ? [name] : [])));
    const stages = this.dimension('stage');
    const history = this.stageHistory();
    const codes = stages.codes.map((code, row) => {
      const passed = [stages.names[code] ?? '', ...(history.get(row) ?? []).map(({ stage }) => stage)];
      const furthest = passed
        .filter((stage) => !isLost.has(stage))
        .reduce((one, other) => ((places.get(other) ?? -1) > (places.get(one) ?? -1) ? other : one), '');
      return names.codeOf(furthest);
    });
    return { codes, names: names.names };
  }

  private textColumn(column: string): DimensionColumn {
    const names = new NameCodes();
    const codes = new Int32Array(this.size);
    let row = 0;
    this.connection.eachTuple(`SELECT ${column} FROM ${this.dataset} ORDER BY id`, [], ([text]) => {
      codes[row] = names.codeOf(String(text ?? ''));
      row += 1;
    });
    return { codes, names: names.names };
  }

  /** Positions among the entities; −1 where a row names none. */
  positions(entity: EntityId, reference: string): Int32Array {
    return this.keep(`positions ${reference}`, () => {
      const { positionOf } = this.entities(entity);
      return (this.stored(referenceColumn(reference)) as Int32Array).map((id) => positionOf[id] ?? -1);
    });
  }

  private stored(column: StoredColumn): Float64Array | Int32Array {
    const usual = usualColumns[this.dataset];
    if (!this.kept.has(column.key)) {
      const isUsual = usual.some(({ key }) => key === column.key);
      this.readTogether(isUsual ? usual : [column]);
    }
    return this.keep(column.key, () => column.values(0));
  }

  /** In the order of the ids, so that all columns have the same rows at the same places. */
  private readTogether(columns: readonly StoredColumn[]): void {
    const filled = columns.map(({ values, none, read }) => ({ into: values(this.size), none, read }));
    const selected = columns.map(({ sql }) => sql).join(', ');
    let row = 0;
    const parameters = columns.flatMap((column) => column.parameters);
    const sql = `SELECT ${selected} FROM ${this.dataset} AS t ORDER BY t.id`;
    this.connection.eachTuple(sql, parameters, (tuple) => {
      for (let index = 0; index < filled.length; index += 1) {
        const column = filled[index];
        const value = tuple[index];
        if (column === undefined) continue;
        column.into[row] = typeof value === 'number' ? value : (column.read?.(value ?? null) ?? column.none);
      }
      row += 1;
    });
    for (const [index, { key }] of columns.entries()) this.kept.set(key, filled[index]?.into);
  }

  private keep<Value>(key: string, read: () => Value): Value {
    if (!this.kept.has(key)) this.kept.set(key, read());
    return this.kept.get(key) as Value;
  }
}

function ownAttribute(dimension: MeasureDimension): string {
  return dimension === 'customer' ? 'name' : dimension;
}
