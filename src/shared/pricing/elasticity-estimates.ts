import { exactSum } from '../kpi/exact-sum';
import type { LogSquares } from '../kpi/log-regression';
import { z95 } from '../kpi/normal-distribution';
import { studentQuantile } from '../kpi/student-t';

/** What is known of how one product's quantity answers its price. */
export interface ElasticityEvidence {
  readonly product: string;
  /** Empty where there is none. */
  readonly category: string;
  /** The person's own figure; null for none. */
  readonly given: number | null;
  /** Of its months with sales; null under 6 of them or where the price does not vary. */
  readonly squares: LogSquares | null;
}

/**
 * Where an elasticity comes from: the person; the product's own months; these drawn towards others of its category, or of all
 * products, as they are few; or the others alone.
 */
export type ElasticitySource = 'given' | 'own' | 'drawnToCategory' | 'drawnToAll' | 'category' | 'all';

export interface ElasticityEstimate {
  readonly product: string;
  readonly value: number;
  /** The 95 % interval; null for a given figure. */
  readonly low: number | null;
  readonly high: number | null;
  readonly source: ElasticitySource;
  /** The product's months, and what they alone give; null where they give nothing. */
  readonly months: number;
  readonly own: number | null;
  readonly r2: number | null;
  /** How much the product's own months weigh in the value, 0 to 1. */
  readonly weight: number;
}

/** From this many months on a product stands on its own. */
export const enoughMonths = 12;
/** So many products must have an elasticity of their own for others to go by them. */
const fewestOthers = 2;
/** A fit without any error is not taken to be without doubt. */
const smallestVariance = 1e-12;

interface OwnSlope {
  readonly value: number;
  /** Squared standard error of the slope. */
  readonly variance: number;
  readonly months: number;
  readonly r2: number;
}

interface Group {
  readonly mean: number;
  readonly varianceOfMean: number;
  /** Between the products of the group. */
  readonly between: number;
}

/**
 * The price elasticity of each product that has one. A given figure counts as it is, and twelve months or more by least squares
 * (kpis.md: `price_elasticity`). Fewer months are drawn towards the mean of the category: ε = w·ε_own + (1 − w)·ε_group with
 * w = τ² ÷ (τ² + s²), where s² is the square of the own slope's standard error and τ² the variance between the products of the group by
 * the method of moments (DerSimonian & Laird 1986, Controlled Clinical Trials 7) – the empirical Bayes estimator of Efron & Morris
 * (1975, JASA 70). A product without a slope of its own takes the group's mean. A category with fewer than two slopes gives way to all
 * products; where they have fewer than two either, there is no estimate.
 */
export function elasticityEstimates(
  evidence: readonly ElasticityEvidence[],
): ReadonlyMap<string, ElasticityEstimate> {
  const slopes = new Map(
    evidence.map(({ product, squares }) => [product, squares === null ? null : slopeOf(squares)]),
  );
  const slopesOf = (products: readonly ElasticityEvidence[]) =>
    products.flatMap(({ product }) => slopes.get(product) ?? []);
  const all = groupOf(slopesOf(evidence));
  const categories = new Map(
    [...new Set(evidence.map(({ category }) => category))]
      .filter((category) => category !== '')
      .map((category) => [category, groupOf(slopesOf(evidence.filter((own) => own.category === category)))]),
  );
  return new Map(
    evidence.flatMap((own): [string, ElasticityEstimate][] => {
      const category = categories.get(own.category) ?? null;
      const estimate = estimateOf(own, slopes.get(own.product) ?? null, { category, all });
      return estimate === null ? [] : [[own.product, estimate]];
    }),
  );
}

function estimateOf(
  { product, given }: ElasticityEvidence,
  slope: OwnSlope | null,
  groups: { readonly category: Group | null; readonly all: Group | null },
): ElasticityEstimate | null {
  const known = {
    product,
    months: slope?.months ?? 0,
    own: slope?.value ?? null,
    r2: slope?.r2 ?? null,
  };
  if (given !== null) return { ...known, value: given, low: null, high: null, source: 'given', weight: 0 };
  const group = groups.category ?? groups.all;
  if (slope !== null && (slope.months >= enoughMonths || group === null)) {
    const margin = studentQuantile(0.975, slope.months - 2) * Math.sqrt(slope.variance);
    return { ...known, ...around(slope.value, margin), source: 'own', weight: 1 };
  }
  if (group === null) return null;
  const isCategory = groups.category !== null;
  if (slope === null) {
    const margin = z95 * Math.sqrt(group.between + group.varianceOfMean);
    return { ...known, ...around(group.mean, margin), source: isCategory ? 'category' : 'all', weight: 0 };
  }
  const weight = group.between / (group.between + slope.variance);
  const value = weight * slope.value + (1 - weight) * group.mean;
  const variance = weight * slope.variance + (1 - weight) ** 2 * group.varianceOfMean;
  const source = isCategory ? 'drawnToCategory' : 'drawnToAll';
  return { ...known, ...around(value, z95 * Math.sqrt(variance)), source, weight };
}

function around(value: number, margin: number) {
  return { value, low: value - margin, high: value + margin };
}

function slopeOf({ months, pricePrice: xx, priceQuantity: xy, quantityQuantity: yy }: LogSquares): OwnSlope {
  const value = xy / xx;
  const residual = Math.max(0, yy - xy * value);
  return {
    value,
    variance: Math.max(smallestVariance, residual / (months - 2) / xx),
    months,
    r2: yy === 0 ? 1 : xy ** 2 / (xx * yy),
  };
}

function groupOf(slopes: readonly OwnSlope[]): Group | null {
  if (slopes.length < fewestOthers) return null;
  const between = betweenVariance(slopes);
  const weights = slopes.map(({ variance }) => 1 / (variance + between));
  const sum = exactSum(weights);
  const mean = exactSum(slopes.map(({ value }, place) => value * (weights[place] ?? 0))) / sum;
  return { mean, varianceOfMean: 1 / sum, between };
}

/** τ² by the method of moments, 0 where the slopes differ by no more than their errors explain. */
function betweenVariance(slopes: readonly OwnSlope[]): number {
  const weights = slopes.map(({ variance }) => 1 / variance);
  const sum = exactSum(weights);
  const mean = exactSum(slopes.map(({ value }, place) => value * (weights[place] ?? 0))) / sum;
  const q = exactSum(slopes.map(({ value }, place) => (weights[place] ?? 0) * (value - mean) ** 2));
  const scale = sum - exactSum(weights.map((weight) => weight ** 2)) / sum;
  return Math.max(0, (q - (slopes.length - 1)) / scale);
}
