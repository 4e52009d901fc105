import type { EntityId } from './dataset';

/** A rep, product or customer that has another name now, of its own or as it was merged into another. */
export interface Renaming {
  readonly entity: EntityId;
  readonly before: string;
  readonly after: string;
}

/** A list of names after a renaming: each once, as two may have become one. */
export function renamed<Name>(
  names: readonly Name[],
  { before, after }: { readonly before: Name; readonly after: Name },
): Name[] {
  return [...new Set(names.map((name) => (name === before ? after : name)))];
}
