import type { MeasureDataset } from '@shared/kpi/measure';
import type { DatasetId, EntityId } from '@shared/model/dataset';
import type { Connection } from '../connection';
import { DatasetColumns } from './dataset-columns';
import { type Entities, readEntities } from './entities';
import { chosenStageOrder } from './stages';

/** An open database, and how to tell whether tables of it have changed. */
export interface VersionedTables {
  readonly connection: Connection;
  /** Rises when any of the tables changes. */
  revisionOf(...tables: readonly (DatasetId | 'workspace_setting')[]): number;
}

interface KeptColumns {
  readonly revision: number;
  /** What of the settings the columns were worked out from. */
  readonly settings: string;
  readonly columns: DatasetColumns;
}

/** The columns of a workspace's datasets. Those of a dataset are read anew when it, or what its rows name, has changed. */
export class WorkspaceColumns {
  private readonly kept = new Map<MeasureDataset, KeptColumns>();

  private readonly keptEntities = new Map<EntityId, { revision: number; entities: Entities }>();

  private keptOrder: { readonly revision: number; readonly order: string } | null = null;

  constructor(private readonly tables: VersionedTables) {}

  of(dataset: MeasureDataset): DatasetColumns {
    const { connection } = this.tables;
    const revision = this.tables.revisionOf(
      dataset,
      'reps',
      'products',
      'customers',
      ...tablesBeside(dataset),
    );
    const settings = dataset === 'opportunities' ? this.stageOrder() : '';
    const known = this.kept.get(dataset);
    if (known?.revision === revision && known.settings === settings) return known.columns;
    const columns = new DatasetColumns(connection, dataset, (entity) => this.entities(entity));
    this.kept.set(dataset, { revision, settings, columns });
    return columns;
  }

  /** The chosen order of the stages, as one text; read again where any setting has changed. */
  private stageOrder(): string {
    const revision = this.tables.revisionOf('workspace_setting');
    if (this.keptOrder?.revision !== revision) {
      this.keptOrder = { revision, order: chosenStageOrder(this.tables.connection).join('\n') };
    }
    return this.keptOrder.order;
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

/** What else a dataset's columns are worked out from. */
function tablesBeside(dataset: MeasureDataset): readonly DatasetId[] {
  return dataset === 'opportunities' ? ['stage_changes'] : [];
}
