import type { Adjustment } from '@shared/scenario/scenario';
import type { DistributionKind, UncertainField, Uncertainty } from '@shared/scenario/simulation/uncertainty';

export type Parameter = 'value' | 'low' | 'mode' | 'high' | 'mean' | 'sd';

interface ParameterField {
  readonly name: Parameter;
  /** Undefined: the lever's own. */
  readonly value: number | undefined;
  /** A distance between two values, not a value. */
  readonly isDistance: boolean;
}

/** How far from its value a number is unsure until the person says otherwise: a tenth, of an elasticity three tenths. */
function usualSpread({ op }: Adjustment, field: UncertainField, value: number): number {
  if (field === 'elasticity') return Math.max(0.3, Math.abs(value) * 0.3);
  return op === 'scale' ? 0.1 : Math.abs(value) * 0.1;
}

/** An elasticity that is left to be estimated is taken for −1, where demand neither answers strongly nor hardly. */
const unknownElasticity = -1;

/** A distribution to begin with, about the lever's own number; null for one that is sure. */
export function usualUncertainty(
  adjustment: Adjustment,
  field: UncertainField,
  kind: DistributionKind | undefined,
): Uncertainty | null {
  const value = adjustment[field] ?? unknownElasticity;
  const spread = usualSpread(adjustment, field, value);
  const which = { adjustment: adjustment.id, field };
  const [low, high] = [tidy(value - spread), tidy(value + spread)];
  switch (kind) {
    case undefined:
      return null;
    case 'fixed':
      return { ...which, distribution: 'fixed', value };
    case 'uniform':
      return { ...which, distribution: 'uniform', low, high };
    case 'triangular':
      return { ...which, distribution: 'triangular', low, mode: value, high };
    case 'normal':
      return { ...which, distribution: 'normal', mean: value, sd: tidy(spread / 2) };
    case 'history':
      return { ...which, distribution: 'history' };
  }
}

/** The numbers of a distribution that can be edited. */
export function parametersOf(uncertainty: Uncertainty): readonly ParameterField[] {
  const field = (name: Parameter, value: number | undefined, isDistance = false) => ({
    name,
    value,
    isDistance,
  });
  switch (uncertainty.distribution) {
    case 'fixed':
      return [field('value', uncertainty.value)];
    case 'uniform':
      return [field('low', uncertainty.low), field('high', uncertainty.high)];
    case 'triangular':
      return [
        field('low', uncertainty.low),
        field('mode', uncertainty.mode),
        field('high', uncertainty.high),
      ];
    case 'normal':
      return [field('mean', uncertainty.mean), field('sd', uncertainty.sd, true)];
    case 'history':
      return [];
  }
}

/** The distribution with one number changed; others give way, so that low ≤ most likely ≤ high. */
export function withParameter(uncertainty: Uncertainty, name: Parameter, value: number): Uncertainty {
  const least = (own: number) => (name === 'high' || name === 'mode' ? Math.min(own, value) : value);
  const most = (own: number) => (name === 'low' || name === 'mode' ? Math.max(own, value) : value);
  switch (uncertainty.distribution) {
    case 'fixed':
      return { ...uncertainty, value };
    case 'uniform':
      return { ...uncertainty, low: least(uncertainty.low), high: most(uncertainty.high) };
    case 'triangular': {
      const [low, high] = [least(uncertainty.low), most(uncertainty.high)];
      const mode = name === 'mode' ? value : Math.min(high, Math.max(low, uncertainty.mode));
      return { ...uncertainty, low, mode, high };
    }
    case 'normal':
      return name === 'sd' ? { ...uncertainty, sd: Math.max(0, value) } : { ...uncertainty, mean: value };
    case 'history':
      return uncertainty;
  }
}

/** Free of the dust of binary fractions. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
