import { type ScopeOfTarget, type TargetScope, targetScopes } from '../model/target';
import type { KpiFilter, RowDimension } from './declaration';

/**
 * Whose target a figure is held against: the rep's, team's, product's or segment's by which it is split or to which alone it is
 * narrowed, or that of all. Null where a filter leaves something that has no target of its own.
 */
export function targetScopeOf(
  { by, filter }: { readonly by: RowDimension | null; readonly filter: KpiFilter },
  key: string,
): ScopeOfTarget | null {
  const narrowed = Object.entries(filter).filter(([, names]) => names !== undefined);
  if (by !== null) {
    const elsewhere = narrowed.some(([dimension]) => dimension !== by);
    return isTargetScope(by) && key !== '' && !elsewhere ? { kind: by, key } : null;
  }
  if (narrowed.length === 0) return { kind: 'all', key: '' };
  const [dimension, names] = narrowed[0] ?? ['', []];
  const name = names?.length === 1 ? names[0] : undefined;
  return narrowed.length === 1 && name && isTargetScope(dimension) ? { kind: dimension, key: name } : null;
}

function isTargetScope(dimension: string): dimension is TargetScope {
  return dimension !== 'all' && (targetScopes as readonly string[]).includes(dimension);
}
