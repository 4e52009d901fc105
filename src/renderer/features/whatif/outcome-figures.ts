import { cellFormatOf, kpiCell } from '@shared/kpi/cell-format';
import type { KpiUnit } from '@shared/kpi/declaration';
import type { FigureTable, TableColumn } from '@shared/model/table-cell';
import type { ScenarioOutcome } from '@shared/scenario/evaluate-scenario';
import type { TFunction } from 'i18next';

/** Headings of a measure under the scenario and in the base. */
function pair(name: string, unit: KpiUnit, t: TFunction): readonly TableColumn[] {
  const format = cellFormatOf[unit];
  return [
    { heading: name, format },
    { heading: `${name}, ${t('whatif:kpi.base').toLowerCase()}`, format },
  ];
}

/** Reps as a table to be saved. */
export function repFigure(reps: ScenarioOutcome['reps'], t: TFunction): FigureTable {
  return {
    columns: [
      { heading: t('whatif:rep'), format: 'general' },
      { heading: t('whatif:team'), format: 'general' },
      ...pair(t('whatif:quota'), 'money', t),
      ...pair(t('whatif:bookings'), 'money', t),
      ...pair(t('whatif:attainment'), 'percent', t),
    ],
    rows: reps.map(({ rep, team, quota, bookings, attainment, base }) => [
      rep,
      team,
      quota,
      base.quota,
      bookings,
      base.bookings,
      attainment,
      base.attainment,
    ]),
  };
}

/** Products as a table to be saved. */
export function productFigure(products: ScenarioOutcome['products'], t: TFunction): FigureTable {
  return {
    columns: [
      { heading: t('whatif:product'), format: 'general' },
      ...pair(t('whatif:product.price'), 'money', t),
      ...pair(t('whatif:product.volume'), 'number', t),
      ...pair(t('whatif:product.revenue'), 'money', t),
      ...pair(t('whatif:product.margin'), 'money', t),
    ],
    rows: products.map(({ product, price, volume, revenue, margin, base }) => [
      product,
      price,
      base.price,
      volume,
      base.volume,
      revenue,
      base.revenue,
      margin,
      base.margin,
    ]),
  };
}

/** KPIs as a table to be saved, each in its unit. */
export function kpiFigure(
  kpis: ScenarioOutcome['kpis'],
  unitOf: (id: string) => KpiUnit,
  t: TFunction,
): FigureTable {
  const number = (heading: string): TableColumn => ({ heading, format: 'general' });
  return {
    columns: [
      { heading: t('whatif:kpi'), format: 'general' },
      number(t('whatif:kpi.base')),
      number(t('whatif:kpi.scenario')),
      number(t('whatif:kpi.change')),
      { heading: t('whatif:kpi.changePercent'), format: 'percent' },
    ],
    rows: kpis.map(({ id, base, value, delta, deltaPct }) => {
      const cell = (of: number | null) => kpiCell(of, unitOf(id));
      return [t(`kpis:${id}.name`), cell(base), cell(value), cell(delta), deltaPct];
    }),
  };
}
