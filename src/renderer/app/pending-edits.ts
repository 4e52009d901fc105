/**
 * Edits that are shown at once and kept a moment later. Whoever has such edits says how they are kept now, so that undo, saving and
 * closing find them where they belong.
 */
const keepers = new Set<() => Promise<void>>();

/** @returns what takes it back. */
export function addPendingEdits(keep: () => Promise<void>): () => void {
  keepers.add(keep);
  return () => keepers.delete(keep);
}

export async function keepPendingEdits(): Promise<void> {
  await Promise.all([...keepers].map((keep) => keep()));
}
