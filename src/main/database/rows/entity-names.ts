import type { EntityId } from '@shared/model/dataset';
import type { ChangeRecorder } from '../change-set';
import type { Connection } from '../connection';

/** Names that differ only in capitals or blanks are one name. */
function keyOf(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** Finds reps, products and customers by name, and creates those that are named for the first time. */
export class EntityNames {
  private readonly known = new Map<EntityId, Map<string, number>>();

  constructor(
    private readonly connection: Connection,
    private readonly recorder: ChangeRecorder,
    private readonly batch: number | null = null,
  ) {}

  find(entity: EntityId, name: string): number | null {
    return this.namesOf(entity).get(keyOf(name)) ?? null;
  }

  findOrCreate(entity: EntityId, name: string): number {
    const found = this.find(entity, name);
    if (found !== null) return found;
    const id = this.recorder.insert(entity, { name: name.trim(), batch_id: this.batch });
    this.namesOf(entity).set(keyOf(name), id);
    return id;
  }

  private namesOf(entity: EntityId): Map<string, number> {
    const kept = this.known.get(entity);
    if (kept) return kept;
    const rows = this.connection.tuples(`SELECT id, name FROM ${entity} ORDER BY id DESC`);
    const names = new Map(rows.map(([id, name]) => [keyOf(String(name)), Number(id)] as const));
    this.known.set(entity, names);
    return names;
  }
}
