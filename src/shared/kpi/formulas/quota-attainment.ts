import type { QuotaMeasure } from '../../model/dataset';
import { exactSum } from '../exact-sum';
import { divide, type Figure, type Figures, ratioFigure } from '../figure';
import type { Scope } from '../formula';
import { groupBy } from '../group-by';
import type { MeasureId } from '../measure';
import { hasData, keysOf, readColumns } from '../measure-column';
import type { QuotaShare } from '../quota-share';

/** The measure of rows by which the result of a quota is counted. */
export const resultOfQuota = {
  bookings: 'wonAmount',
  revenue: 'revenue',
  margin: 'margin',
  units: 'quantity',
  deals: 'wonDeals',
} as const satisfies Record<QuotaMeasure, MeasureId>;

/** Below this share of reps at quota the quotas themselves are to be looked at again. */
export const enoughRepsAtQuota = 0.6;

/** A sum of cents may miss a quota by its last bits; it has reached it all the same. */
const roundingTolerance = 1e-9;

/** A result beside its quota. The measure is null where quotas of several measures meet, which cannot be added. */
interface Attainment {
  readonly measure: QuotaMeasure | null;
  readonly result: number | null;
  readonly quota: number | null;
}

/**
 * Result ÷ quota for reps, teams, regions and the whole; everybody's result counts, also that of reps without a quota. Reps and
 * regions have the quotas of reps; a team has its own where one is set, else those of its reps; the whole is the sum of the teams.
 */
export function quotaAttainment(scope: Scope): Figures {
  return new Map(
    [...attainments(scope)].map(([key, { result, quota }]) => [key, ratioFigure(result, quota)]),
  );
}

/** Open pipeline ÷ what is still missing of the quota; no value once the quota is reached, or for quotas that are not money. */
export function pipelineCoverage(scope: Scope): Figures {
  const open = readColumns(scope, ['openAmount'])('openAmount');
  const found = attainments(scope);
  const figures = keysOf(found, open).map((key): [string, Figure] => {
    const { measure, result, quota } = found.get(key) ?? noAttainment;
    const inMoney = measure === 'bookings' || measure === 'revenue';
    const missing = inMoney && quota !== null ? quota - (result ?? 0) : null;
    const pipeline = hasData('openAmount', scope.source) ? (open.get(key) ?? 0) : null;
    const value = missing !== null && missing > 0 ? divide(pipeline, missing) : null;
    return [key, { value, numerator: pipeline, denominator: missing }];
  });
  return new Map(figures);
}

/** Reps whose result reaches their quota ÷ reps with a quota; a rep with quotas of several measures must reach each of them. */
export function repsAtQuota(scope: Scope): Figures {
  const { source, range, filter, by } = scope;
  const shares = source.quotas(range, filter).filter((share) => share.rep !== '' && share.amount > 0);
  const column = readColumns({ ...scope, by: 'rep' }, resultsOf(shares));
  const reaches = (quotas: readonly QuotaShare[]): boolean =>
    [...groupBy(quotas, ({ measure }) => measure).values()].every((ofMeasure) => {
      const quota = exactSum(ofMeasure.map(({ amount }) => amount));
      const { rep, measure } = ofMeasure[0] ?? { rep: '', measure: 'bookings' };
      return (column(resultOfQuota[measure]).get(rep) ?? 0) >= quota * (1 - roundingTolerance);
    });
  const groups = groupBy(shares, (share) => (by === 'team' || by === 'region' ? share[by] : ''));
  const figures = [...groups].map(([key, ofGroup]): [string, Figure] => {
    const reps = [...groupBy(ofGroup, ({ rep }) => rep).values()];
    return [key, withWarning(ratioFigure(reps.filter(reaches).length, reps.length))];
  });
  return new Map(figures);
}

function withWarning(figure: Figure): Figure {
  const few = figure.value !== null && figure.value < enoughRepsAtQuota;
  return few ? { ...figure, warnings: ['quotasTooAmbitious'] } : figure;
}

const noAttainment: Attainment = { measure: null, result: null, quota: null };

function attainments(scope: Scope): ReadonlyMap<string, Attainment> {
  const shares = scope.source.quotas(scope.range, scope.filter);
  const quotas = groupBy(
    shares.filter((share) => counts(share, scope)),
    (share) => keyOf(share, scope),
  );
  const usual = soleMeasure(shares) ?? 'bookings';
  const column = readColumns(scope, [resultOfQuota[usual], ...resultsOf(shares)]);
  const resultOf = (measure: QuotaMeasure, key: string): number | null =>
    hasData(resultOfQuota[measure], scope.source) ? (column(resultOfQuota[measure]).get(key) ?? 0) : null;
  const keys = scope.by === null ? [''] : keysOf(quotas, column(resultOfQuota[usual]));
  const found = keys.map((key): [string, Attainment] => {
    const ofKey = quotas.get(key) ?? [];
    if (ofKey.length === 0) return [key, { measure: usual, result: resultOf(usual, key), quota: null }];
    const measure = soleMeasure(ofKey);
    if (measure === null) return [key, noAttainment];
    const quota = exactSum(ofKey.map((share) => amountFor(share, scope)));
    return [key, { measure, result: resultOf(measure, key), quota }];
  });
  return new Map(found);
}

function counts(share: QuotaShare, scope: Scope): boolean {
  return amountFor(share, scope) > 0 && (share.rep !== '' || !countsReps(scope));
}

function countsReps({ by }: Scope): boolean {
  return by === 'rep' || by === 'region';
}

function amountFor(share: QuotaShare, scope: Scope): number {
  return countsReps(scope) ? share.amount : share.teamAmount;
}

function keyOf(share: QuotaShare, { by }: Scope): string {
  return by === 'rep' || by === 'region' || by === 'team' ? share[by] : '';
}

function soleMeasure(shares: readonly QuotaShare[]): QuotaMeasure | null {
  const first = shares[0]?.measure ?? null;
  return shares.every(({ measure }) => measure === first) ? first : null;
}

function resultsOf(shares: readonly QuotaShare[]): readonly MeasureId[] {
  return [...new Set(shares.map(({ measure }) => resultOfQuota[measure]))];
}
