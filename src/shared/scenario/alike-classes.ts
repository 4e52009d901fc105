import type { ClassParts } from './cell-classes';
import type { CubeMeasure } from './cube';
import type { CubeSums } from './cube-sums';
import { leverDeclarations } from './lever';
import type { Adjustment } from './scenario';
import type { ScenarioState } from './scenario-state';

/** Classes in groups that the same adjustments move alike whatever their values are, products aside. */
export interface AlikeClasses {
  readonly groupOf: Int32Array;
  /** By group: one of its classes, which stands for all. */
  readonly first: Int32Array;
}

export function alikeClasses(
  adjustments: readonly Adjustment[],
  { cube, classes, scopes }: Pick<ScenarioState, 'cube' | 'classes' | 'scopes'>,
): AlikeClasses {
  const signatures: string[] = Array.from(classes.product, () => '');
  const levels = [...classes.levels].filter(([key]) => !key.startsWith('scope'));
  for (const [, own] of levels) {
    for (const [index, level] of own.entries()) signatures[index] += `${level} `;
  }
  for (const [place, adjustment] of adjustments.entries()) {
    const { cells, answerOf } = leverDeclarations[adjustment.lever];
    if (cells !== 'scope') continue;
    const answers = cube.products.map((product) => answerOf?.(adjustment, product, cube) ?? '');
    for (const index of scopes.classes(adjustment.where)) {
      signatures[index] += `${place}:${answers[classes.product[index] ?? 0] ?? ''} `;
    }
  }
  const groups = new Map<string, number>();
  const first: number[] = [];
  const groupOf = Int32Array.from(signatures, (signature, index) => {
    const known = groups.get(signature);
    if (known !== undefined) return known;
    groups.set(signature, first.length);
    return first.push(index) - 1;
  });
  return { groupOf, first: Int32Array.from(first) };
}

/** Parts of classes as parts of their groups. @param members how many there are, at most. */
export function joined(parts: ClassParts, { groupOf, first }: AlikeClasses, members: number): ClassParts {
  const places = new Map<number, number>();
  const classOf: number[] = [];
  const memberOf: number[] = [];
  const into = parts.classOf.map((index, part) => {
    const group = groupOf[index] ?? 0;
    const member = parts.memberOf[part] ?? 0;
    const code = group * members + member;
    const known = places.get(code);
    if (known !== undefined) return known;
    places.set(code, classOf.length);
    memberOf.push(member);
    return classOf.push(first[group] ?? 0) - 1;
  });
  return {
    classOf: Int32Array.from(classOf),
    memberOf: Int32Array.from(memberOf),
    sums: joinedSums(parts.sums, into, classOf.length),
    waning: parts.waning === null ? null : joinedSums(parts.waning, into, classOf.length),
  };
}

function joinedSums(sums: CubeSums, into: Int32Array, count: number): CubeSums {
  const kept = new Map<CubeMeasure, Float64Array>();
  return {
    of: (measure) => {
      const known = kept.get(measure);
      if (known !== undefined) return known;
      const totals = new Float64Array(count);
      for (const [part, sum] of sums.of(measure).entries()) {
        const place = into[part] ?? 0;
        totals[place] = (totals[place] ?? 0) + sum;
      }
      kept.set(measure, totals);
      return totals;
    },
  };
}
