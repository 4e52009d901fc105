import type { EntityId } from '@shared/model/dataset';
import type { Connection } from '../connection';

/** The reps, products or customers of a workspace, by the ids under which rows name them. */
export interface Entities {
  readonly positionOf: ReadonlyMap<number, number>;
  /** An attribute of each, by position; empty where it has none. */
  attribute(column: string): readonly string[];
}

export function readEntities(connection: Connection, entity: EntityId): Entities {
  const rows = connection.rows(`SELECT * FROM ${entity} ORDER BY id`);
  return {
    positionOf: new Map(rows.map((row, position) => [Number(row.id), position])),
    attribute: (column) => rows.map((row) => String(row[column] ?? '')),
  };
}
