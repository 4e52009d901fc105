import { periodsWithin } from '@shared/model/period';
import type { ScenarioCube } from '@shared/scenario/cube';
import type { ScopeDimension } from '@shared/scenario/scenario';

/** The names that a scope can choose from, in order. */
export function scopeNames(cube: ScenarioCube, dimension: ScopeDimension): readonly string[] {
  const names = namesOf(cube, dimension).filter((name) => name !== '');
  const different = [...new Set(names)];
  return dimension === 'period' ? different : different.sort((one, other) => one.localeCompare(other, 'nb'));
}

function namesOf(cube: ScenarioCube, dimension: ScopeDimension): readonly string[] {
  switch (dimension) {
    case 'rep':
      return [...cube.reps.map(({ name }) => name), ...cube.quotas.map(({ rep }) => rep)];
    case 'team':
      return [...cube.reps.map(({ team }) => team), ...cube.quotas.map(({ team }) => team)];
    case 'region':
      return [...cube.regions, ...cube.quotas.map(({ region }) => region)];
    case 'product':
      return cube.products.map(({ name }) => name);
    case 'category':
      return cube.products.map(({ category }) => category);
    case 'segment':
      return cube.segments;
    case 'competitor':
      return cube.prices.flatMap(({ competitors }) => competitors.map(({ competitor }) => competitor));
    case 'source':
      return cube.sources;
    case 'period':
      return (['quarter', 'month'] as const).flatMap((length) =>
        periodsWithin(cube.range, length, cube.fiscalYearStart).map(({ key }) => key),
      );
  }
}
