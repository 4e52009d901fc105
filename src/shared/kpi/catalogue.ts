import { QuotabenchError } from '../model/error';
import { type KpiDimension, type RowDimension, timeDimensions } from './declaration';
import type { Formula, KpiDeclaration } from './formula';
import { dimensionsOfDataset, type MeasureId } from './measure';

const { orders, opportunities, leads, activities } = dimensionsOfDataset;

function by(...dimensions: readonly RowDimension[]): readonly KpiDimension[] {
  return [...timeDimensions, ...dimensions];
}

function sum(measure: MeasureId): KpiDeclaration['formulas'] {
  return [{ basis: null, formula: { kind: 'sum', measure } }];
}

function ratio(numerator: MeasureId, denominator: MeasureId): Formula {
  return { kind: 'ratio', numerator, denominator };
}

function only(formula: Formula): KpiDeclaration['formulas'] {
  return [{ basis: null, formula }];
}

/** Every KPI that the workbench knows. What each means in words is in the language catalogue `kpis` under its id. */
export const kpiCatalogue: readonly KpiDeclaration[] = [
  {
    id: 'revenue',
    category: 'outcome',
    unit: 'money',
    direction: 'up',
    dimensions: by(...orders),
    formulas: sum('revenue'),
  },
  {
    id: 'bookings',
    category: 'outcome',
    unit: 'money',
    direction: 'up',
    dimensions: by(...opportunities),
    formulas: sum('wonAmount'),
  },
  {
    id: 'average_deal_size',
    category: 'outcome',
    unit: 'money',
    direction: 'up',
    dimensions: by(...opportunities),
    formulas: only(ratio('wonAmount', 'wonDeals')),
  },
  {
    id: 'gross_margin',
    category: 'outcome',
    unit: 'percent',
    direction: 'up',
    dimensions: by(...orders),
    formulas: only(ratio('margin', 'costedRevenue')),
  },
  {
    id: 'lead_conversion_rate',
    category: 'conversion',
    unit: 'percent',
    direction: 'up',
    dimensions: by(...leads),
    formulas: [
      { basis: 'cohort', formula: ratio('createdLeadsConverted', 'createdLeads') },
      { basis: 'period', formula: ratio('convertedLeads', 'createdLeads') },
    ],
  },
  {
    id: 'win_rate',
    category: 'conversion',
    unit: 'percent',
    direction: 'up',
    dimensions: by(...opportunities),
    formulas: [
      { basis: 'closed', formula: ratio('wonDeals', 'closedDeals') },
      { basis: 'created', formula: ratio('createdDealsWon', 'createdDeals') },
    ],
  },
  {
    id: 'calls_made',
    category: 'activity',
    unit: 'number',
    direction: 'up',
    dimensions: by(...activities),
    formulas: sum('calls'),
  },
  {
    id: 'emails_sent',
    category: 'activity',
    unit: 'number',
    direction: 'up',
    dimensions: by(...activities),
    formulas: sum('emails'),
  },
  {
    id: 'meetings_scheduled',
    category: 'activity',
    unit: 'number',
    direction: 'up',
    dimensions: by(...activities),
    formulas: sum('meetings'),
  },
  {
    id: 'activities_per_win',
    category: 'activity',
    unit: 'number',
    direction: 'down',
    dimensions: by(...activities),
    formulas: only(ratio('activities', 'wonDeals')),
  },
  {
    id: 'discount_rate',
    category: 'pricing',
    unit: 'percent',
    direction: 'down',
    dimensions: by(...orders),
    formulas: only(ratio('discount', 'gross')),
  },
];

/** @throws QuotabenchError `unknownKpi`. */
export function kpiOf(id: string): KpiDeclaration {
  const found = kpiCatalogue.find((kpi) => kpi.id === id);
  if (found) return found;
  throw new QuotabenchError('unknownKpi', { kpi: id, known: kpiCatalogue.map((kpi) => kpi.id).join(', ') });
}
