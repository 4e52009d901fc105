/** A list of names in which one has another name now: each once, as two may have become one. */
export function renamed<Name>(names: readonly Name[], before: Name, after: Name): Name[] {
  return [...new Set(names.map((name) => (name === before ? after : name)))];
}
