import { grown } from '../../grown-array';
import type { SqlValue } from '../connection';

/** The values of an indexed column, row by row; each different one is held once. */
export class IndexedColumn {
  private readonly codes = new Map<SqlValue, number>();
  /** The codes of whole numbers that are no larger than ids mostly are, plus 1; 0 where there is none. */
  private idCodes = new Uint32Array(1024);
  private readonly values: SqlValue[] = [];
  private rows = new Uint32Array(1024);
  private count = 0;

  add(value: SqlValue): void {
    const code = isSmallId(value) ? this.codeOfId(value) : this.codeOf(value);
    if (this.count === this.rows.length) this.rows = grown(this.rows, 0);
    this.rows[this.count] = code;
    this.count += 1;
  }

  private codeOf(value: SqlValue): number {
    const known = this.codes.get(value);
    if (known !== undefined) return known;
    this.codes.set(value, this.values.length);
    return this.values.push(value) - 1;
  }

  private codeOfId(id: number): number {
    if (id >= this.idCodes.length) this.idCodes = grown(this.idCodes, id + 1);
    const known = this.idCodes[id] as number;
    if (known > 0) return known - 1;
    this.idCodes[id] = this.values.push(id);
    return this.values.length - 1;
  }

  /** A code for the value of each of the rows, in their order. */
  codesOf(order: Uint32Array): Uint32Array {
    const { rows } = this;
    return order.map((row) => rows[row] as number);
  }

  valueOf(code: number): SqlValue {
    return this.values[code] as SqlValue;
  }

  /** The rows in the order of their values; those of the same value stay as they were. Sorts by counting. */
  sorted(order: Uint32Array): Uint32Array {
    const ranks = this.ranks();
    const places = new Uint32Array(this.values.length + 1);
    for (let at = 0; at < order.length; at += 1) {
      const rank = (ranks[this.rows[order[at] as number] as number] as number) + 1;
      places[rank] = (places[rank] as number) + 1;
    }
    for (let rank = 1; rank < places.length; rank += 1) {
      places[rank] = (places[rank] as number) + (places[rank - 1] as number);
    }
    const result = new Uint32Array(order.length);
    for (let at = 0; at < order.length; at += 1) {
      const row = order[at] as number;
      const rank = ranks[this.rows[row] as number] as number;
      result[places[rank] as number] = row;
      places[rank] = (places[rank] as number) + 1;
    }
    return result;
  }

  /** By a value's code, its place among the others. */
  private ranks(): Uint32Array {
    const ranks = new Uint32Array(this.values.length);
    const ascending = Array.from(this.values.keys()).sort((one, other) =>
      compare(this.values[one] as SqlValue, this.values[other] as SqlValue),
    );
    for (const [rank, code] of ascending.entries()) ranks[code] = rank;
    return ranks;
  }
}

const largestSmallId = 1_000_000;

function isSmallId(value: SqlValue): value is number {
  return typeof value === 'number' && value >= 0 && value <= largestSmallId && Number.isInteger(value);
}

/** SQLite's order: what is empty, numbers, then texts by their bytes. */
function compare(one: SqlValue, other: SqlValue): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  if (typeof one === 'string' && typeof other === 'string') {
    const isPlain = isAscii(one) && isAscii(other);
    if (isPlain) return one < other ? -1 : Number(one > other);
    return Buffer.compare(Buffer.from(one), Buffer.from(other));
  }
  return kindOf(one) - kindOf(other);
}

function kindOf(value: SqlValue): number {
  if (value === null) return 0;
  return typeof value === 'number' ? 1 : 2;
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return false;
  return true;
}
