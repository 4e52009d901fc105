import type { DateRange } from '../model/calendar-date';
import type {
  KpiCategory,
  KpiDimension,
  KpiDirection,
  KpiFilter,
  KpiUnit,
  RowDimension,
} from './declaration';
import type { Figures } from './figure';
import type { Measure, MeasureId } from './measure';
import type { MeasureSource } from './measure-source';

/** What a formula is evaluated over. */
export interface Scope {
  readonly source: MeasureSource;
  readonly range: DateRange;
  /** Null for the total. Time is not asked for: each of its periods is a scope of its own. */
  readonly by: RowDimension | null;
  readonly filter: KpiFilter;
}

/** How a KPI is reckoned from measures. */
export type Formula =
  | { readonly kind: 'sum'; readonly measure: MeasureId }
  | { readonly kind: 'ratio'; readonly numerator: MeasureId; readonly denominator: MeasureId }
  | ComputedFormula;

/** A formula that is more than a sum or a quotient of measures. */
export interface ComputedFormula {
  readonly kind: 'computed';
  /** Those whose rows make the value. */
  readonly measures: readonly Measure[];
  /** Whether the values of the parts of a period add up to that of the whole. */
  readonly isAdditive?: boolean;
  /** Pure: the source is all that it reads. */
  readonly figures: (scope: Scope) => Figures;
}

export interface OwnKpiPart {
  readonly text: string;
  /** The first unit of KPIs that fits; a plain number where none does. */
  readonly unit: KpiUnit;
}

/** What a KPI that a workspace brings says of itself, in the words of whoever defined it. */
export interface OwnKpiTexts {
  readonly name: string;
  /** What it means; may be empty. */
  readonly description: string;
  /** As it was written. */
  readonly formula: string;
  /** What a quotient divides, as it was written; absent for a formula that is none. */
  readonly parts?: { readonly numerator: OwnKpiPart; readonly denominator: OwnKpiPart };
}

export interface KpiDeclaration {
  readonly id: string;
  /** Of a workspace's own KPI; the texts of built-in ones are in the language catalogue. */
  readonly own?: OwnKpiTexts;
  readonly category: KpiCategory;
  readonly unit: KpiUnit;
  readonly direction: KpiDirection;
  readonly dimensions: readonly KpiDimension[];
  /** Datasets beside those of its measures on which the value stands. */
  readonly alsoReads?: readonly ('quotas' | 'competitor_prices')[];
  /** Its value comes from a model that is fitted anew for each period, which takes too long to be done for every month of a card. */
  readonly isFitted?: true;
  /** The ways in which it can be reckoned, the default first; a KPI with one way has no name for it. */
  readonly formulas: readonly { readonly basis: string | null; readonly formula: Formula }[];
}

export function measuresOf(formula: Formula): readonly Measure[] {
  switch (formula.kind) {
    case 'sum':
      return [formula.measure];
    case 'ratio':
      return [formula.numerator, formula.denominator];
    case 'computed':
      return formula.measures;
  }
}

/**
 * What of a filter narrows a KPI: its own dimensions. The others are left out whole, as half a KPI narrowed, such as the bookings of
 * one product over the quota of all, would say nothing.
 */
export function filterWithin(kpi: KpiDeclaration, filter: KpiFilter): KpiFilter {
  const known = Object.entries(filter).filter(([dimension]) =>
    kpi.dimensions.some((own) => own === dimension),
  );
  return Object.fromEntries(known);
}

/** Whether the values of the parts of a period add up to that of the whole, so that targets of parts do too. */
export function isAdditive(kpi: Pick<KpiDeclaration, 'formulas'>): boolean {
  const formula = kpi.formulas[0]?.formula;
  return formula?.kind === 'sum' || (formula?.kind === 'computed' && formula.isAdditive === true);
}
