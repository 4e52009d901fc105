import type { EntityId } from '@shared/model/dataset';
import type { Connection } from '../connection';

/** The reps, products or customers of a workspace, found by the ids under which rows name them. */
export interface Entities {
  readonly count: number;
  /** Positions by id; −1 for an id that there is not. */
  readonly positionOf: Int32Array;
  /** An attribute of each, by position; empty where it has none. */
  attribute(column: string): readonly string[];
}

export function readEntities(connection: Connection, entity: EntityId): Entities {
  const rows = connection.rows(`SELECT * FROM ${entity} ORDER BY id`);
  const positionOf = new Int32Array(Number(rows.at(-1)?.id ?? -1) + 1).fill(-1);
  for (const [position, row] of rows.entries()) positionOf[Number(row.id)] = position;
  return {
    count: rows.length,
    positionOf,
    attribute: (column) => rows.map((row) => String(row[column] ?? '')),
  };
}
