import type { ScopeOfTarget } from '../model/target';
import { isAdditive, type KpiDeclaration } from './formula';

const whole: ScopeOfTarget = { kind: 'all', key: '' };

/**
 * Whether a target of the whole is one for each of its parts too: a win rate that all should reach, each team should. A sum has to be
 * shared out instead, and so has any amount or number that is not a quotient.
 */
export function targetHoldsForParts(kpi: Pick<KpiDeclaration, 'unit' | 'formulas'>): boolean {
  if (isAdditive(kpi)) return false;
  switch (kpi.unit) {
    case 'percent':
    case 'days':
    case 'index':
    case 'ratio':
    case 'elasticity':
      return true;
    case 'money':
    case 'number':
    case 'money_per_day':
      return kpi.formulas[0]?.formula.kind === 'ratio';
  }
}

/** Whose target a part is held against: its own, else its team's, else that of all. The part itself comes first. */
export function targetOwners(
  scope: ScopeOfTarget,
  teamOf: (rep: string) => string | null,
): readonly ScopeOfTarget[] {
  if (scope.kind === 'all') return [scope];
  const team = scope.kind === 'rep' ? teamOf(scope.key) : null;
  return [scope, ...(team ? [{ kind: 'team' as const, key: team }] : []), whole];
}
