import { leastLikeness, likeness } from './name-likeness';

/** A row with what it is compared by; an empty key is not compared. */
export interface ComparedRow {
  readonly id: number;
  /** Rows that share one of these are one, such as an e-mail address. */
  readonly same: string;
  /** Rows are one whose names are alike and whose companies are, where `company` is not null. */
  readonly name: string;
  readonly company: string | null;
}

/** How many neighbours in the order of a key each row is compared with. */
const window = 15;

/**
 * Groups of rows that are probably the same thing, each in the order of ids, the groups by their first. Not every pair is
 * compared: by the sorted-neighbourhood method of Hernández and Stolfo (1995), "The merge/purge problem for large databases",
 * SIGMOD, only those that are near each other in the order of a key, here of the name, of the name read backwards, so that slips in
 * the first letters are found as well, and of the company.
 */
export function duplicateGroups(rows: readonly ComparedRow[]): readonly (readonly number[])[] {
  const sets = new DisjointSets(rows.length);
  joinEqual(rows, sets);
  const named = rows.flatMap((row, at) => (row.name === '' || row.company === '' ? [] : [{ row, at }]));
  const keys: readonly ((row: ComparedRow) => string)[] = [
    ({ name, company }) => `${name}\u0000${company ?? ''}`,
    ({ name }) => [...name].reverse().join(''),
    ({ name, company }) => `${company ?? ''}\u0000${name}`,
  ];
  for (const key of keys) {
    const sorted = named
      .map((item) => ({ ...item, key: key(item.row) }))
      .sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : one.at - other.at));
    for (const [place, { row, at }] of sorted.entries()) {
      for (const near of sorted.slice(place + 1, place + 1 + window)) {
        if (!sets.areJoined(at, near.at) && isAlike(row, near.row)) sets.join(at, near.at);
      }
    }
  }
  return sets
    .groups()
    .map((group) => group.flatMap((at) => rows[at]?.id ?? []).sort((one, other) => one - other))
    .sort((one, other) => (one[0] ?? 0) - (other[0] ?? 0));
}

function joinEqual(rows: readonly ComparedRow[], sets: DisjointSets): void {
  const first = new Map<string, number>();
  for (const [at, { same }] of rows.entries()) {
    if (same === '') continue;
    const earlier = first.get(same);
    if (earlier === undefined) first.set(same, at);
    else sets.join(earlier, at);
  }
}

function isAlike(one: ComparedRow, other: ComparedRow): boolean {
  if (likeness(one.name, other.name) < leastLikeness) return false;
  if (one.company === null || other.company === null) return true;
  return likeness(one.company, other.company) >= leastLikeness;
}

/** Tarjan's union-find with path halving. */
class DisjointSets {
  private readonly parent: Int32Array;

  constructor(size: number) {
    this.parent = Int32Array.from({ length: size }, (_, at) => at);
  }

  areJoined(one: number, other: number): boolean {
    return this.rootOf(one) === this.rootOf(other);
  }

  join(one: number, other: number): void {
    this.parent[this.rootOf(other)] = this.rootOf(one);
  }

  /** Those of more than one member. */
  groups(): readonly (readonly number[])[] {
    const members = new Map<number, number[]>();
    for (let at = 0; at < this.parent.length; at += 1) {
      const root = this.rootOf(at);
      const group = members.get(root);
      if (group) group.push(at);
      else members.set(root, [at]);
    }
    return [...members.values()].filter(({ length }) => length > 1);
  }

  private rootOf(start: number): number {
    let at = start;
    for (;;) {
      const parent = this.parent[at] ?? at;
      if (parent === at) return at;
      const above = this.parent[parent] ?? parent;
      this.parent[at] = above;
      at = above;
    }
  }
}
