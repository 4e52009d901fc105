import { QuotabenchError } from '../../model/error';
import type { ScenarioCube } from '../cube';
import { leverDeclarations } from '../lever';
import type { Adjustment } from '../scenario';
import { typicalValue } from '../typical-value';
import type { Distribution } from './distribution';
import type { SimulatedInput } from './draw-inputs';
import { fewestMonths, leverHistory } from './lever-history';
import { type UncertainField, type Uncertainty, uncertaintyKey } from './uncertainty';

/** An unsure number of an adjustment in use. */
export interface UncertainInput extends SimulatedInput {
  /** The adjustment's place in the list. */
  readonly place: number;
  readonly adjustment: string;
  readonly field: UncertainField;
}

/**
 * The distributions that a simulation draws from: those of adjustments that are switched on. Where one number is named twice the
 * last holds.
 * @throws QuotabenchError `uncertaintyUnknownAdjustment`, `uncertaintyNoElasticity`, `uncertaintyNoHistory`, `uncertaintyNeedsNumber`.
 */
export function uncertainInputs(
  adjustments: readonly Adjustment[],
  uncertainties: readonly Uncertainty[],
  cube: ScenarioCube,
): readonly UncertainInput[] {
  const inputs = uncertainties.flatMap((uncertainty): UncertainInput[] => {
    const { adjustment: id, field } = uncertainty;
    const place = adjustments.map((adjustment) => adjustment.id).lastIndexOf(id);
    const adjustment = adjustments[place];
    if (adjustment === undefined) {
      const known = adjustments.map((own) => own.id).join(', ');
      throw new QuotabenchError('uncertaintyUnknownAdjustment', { adjustment: id, known });
    }
    if (field === 'elasticity' && !hasElasticity(adjustment)) {
      throw new QuotabenchError('uncertaintyNoElasticity', { adjustment: id });
    }
    if (!adjustment.enabled) return [];
    const distribution = distributionOf(uncertainty, adjustment, cube);
    return [{ key: uncertaintyKey(uncertainty), place, adjustment: id, field, distribution }];
  });
  return [...new Map(inputs.map((input) => [input.key, input])).values()];
}

export function hasElasticity({ lever }: Pick<Adjustment, 'lever'>): boolean {
  return leverDeclarations[lever].elasticity !== undefined;
}

function distributionOf(uncertainty: Uncertainty, adjustment: Adjustment, cube: ScenarioCube): Distribution {
  const given = adjustment[uncertainty.field] ?? null;
  const own = given ?? 0;
  switch (uncertainty.distribution) {
    case 'fixed':
      return { kind: 'fixed', value: uncertainty.value ?? known(given, uncertainty) };
    case 'uniform':
      return { kind: 'uniform', low: uncertainty.low, high: uncertainty.high };
    case 'triangular':
      return { kind: 'triangular', low: uncertainty.low, mode: uncertainty.mode, high: uncertainty.high };
    case 'normal':
      return { kind: 'normal', mean: uncertainty.mean ?? known(given, uncertainty), sd: uncertainty.sd };
    case 'history':
      return {
        kind: 'history',
        sorted: uncertainty.values
          ? [...uncertainty.values].sort(ascending)
          : fromHistory(adjustment, uncertainty.field, own, cube),
      };
  }
}

/** @throws QuotabenchError `uncertaintyNeedsNumber` where an elasticity is left to be estimated. */
function known(given: number | null, { adjustment, field }: Uncertainty): number {
  if (given !== null) return given;
  throw new QuotabenchError('uncertaintyNeedsNumber', { input: `${adjustment}.${field}` });
}

/** The adjustment's value as it would come out if the period's months were like those that have been. */
function fromHistory(
  adjustment: Adjustment,
  field: UncertainField,
  own: number,
  cube: ScenarioCube,
): readonly number[] {
  const factors = field === 'value' ? leverHistory(adjustment, cube) : null;
  if (factors === null) {
    throw new QuotabenchError('uncertaintyNoHistory', { adjustment: adjustment.id, months: fewestMonths });
  }
  const typical = typicalValue(adjustment, cube) ?? 0;
  return factors.map((factor) => (adjustment.op === 'add' ? own + typical * (factor - 1) : own * factor));
}

function ascending(one: number, other: number): number {
  return one - other;
}
