import type { EntityId } from '@shared/model/dataset';
import type { ChangeRecorder } from '../change-set';
import type { Connection } from '../connection';

/** Names that differ only in capitals or blanks are one name. */
export function nameKey(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** Finds reps, products and customers by name, and creates those that are named for the first time. */
export class EntityNames {
  /** By `nameKey`; read only when a name is not there letter by letter. */
  private readonly byKey = new Map<EntityId, Map<string, number>>();
  /** Names that were found as they are written: an import asks for the same ones again and again. */
  private readonly found: Readonly<Record<EntityId, Map<string, number>>> = {
    reps: new Map(),
    products: new Map(),
    customers: new Map(),
  };

  constructor(
    private readonly connection: Connection,
    private readonly recorder: ChangeRecorder,
    private readonly batch: number | null = null,
  ) {}

  /** The row of exactly this name, else the oldest whose name is the same save for capitals and blanks. */
  find(entity: EntityId, name: string): number | null {
    const known = this.found[entity].get(name);
    if (known !== undefined) return known;
    const exact = this.connection.first(`SELECT id FROM ${entity} WHERE name = ?`, [name]);
    const id = exact === null ? (this.keysOf(entity).get(nameKey(name)) ?? null) : Number(exact.id);
    if (id !== null) this.found[entity].set(name, id);
    return id;
  }

  findOrCreate(entity: EntityId, name: string): number {
    const found = this.find(entity, name);
    if (found !== null) return found;
    const id = this.recorder.insert(entity, { name: name.trim(), batch_id: this.batch });
    this.byKey.get(entity)?.set(nameKey(name), id);
    this.found[entity].set(name, id);
    return id;
  }

  /** Takes note of a row that got a name by other means; `before` is the one that it had, null for a new row. */
  note(entity: EntityId, before: string | null, name: string, id: number): void {
    // What was found under a name may be another row now.
    this.found[entity].clear();
    const keys = this.byKey.get(entity);
    if (before !== null && keys?.get(nameKey(before)) === id) keys.delete(nameKey(before));
    keys?.set(nameKey(name), id);
  }

  private keysOf(entity: EntityId): Map<string, number> {
    const kept = this.byKey.get(entity);
    if (kept) return kept;
    const rows = this.connection.tuples(`SELECT id, name FROM ${entity} ORDER BY id DESC`);
    const keys = new Map(rows.map(([id, name]) => [nameKey(String(name)), Number(id)] as const));
    this.byKey.set(entity, keys);
    return keys;
  }
}
