import type { MeasureDataset } from '@shared/kpi/measure';
import type { DatasetId, EntityId } from '@shared/model/dataset';
import type { Connection } from '../connection';
import { DatasetColumns } from './dataset-columns';
import { type Entities, readEntities } from './entities';

/** An open database, and how to tell whether tables of it have changed. */
export interface VersionedTables {
  readonly connection: Connection;
  /** Rises when any of the tables changes. */
  revisionOf(...tables: readonly DatasetId[]): number;
}

/** The columns of a workspace's datasets. Those of a dataset are read anew when it, or what its rows name, has changed. */
export class WorkspaceColumns {
  private readonly kept = new Map<MeasureDataset, { revision: number; columns: DatasetColumns }>();

  private readonly keptEntities = new Map<EntityId, { revision: number; entities: Entities }>();

  constructor(private readonly tables: VersionedTables) {}

  of(dataset: MeasureDataset): DatasetColumns {
    const { connection } = this.tables;
    const revision = this.tables.revisionOf(dataset, 'reps', 'products', 'customers');
    const known = this.kept.get(dataset);
    if (known?.revision === revision) return known.columns;
    const columns = new DatasetColumns(connection, dataset, (entity) => this.entities(entity));
    this.kept.set(dataset, { revision, columns });
    return columns;
  }

  entities(entity: EntityId): Entities {
    const revision = this.tables.revisionOf(entity);
    const known = this.keptEntities.get(entity);
    if (known?.revision === revision) return known.entities;
    const entities = readEntities(this.tables.connection, entity);
    this.keptEntities.set(entity, { revision, entities });
    return entities;
  }
}
