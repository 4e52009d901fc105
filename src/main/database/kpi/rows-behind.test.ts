import type { Row } from '@shared/ipc/rows';
import { builtInKpis } from '@shared/kpi/catalogue';
import type { KpiFilter } from '@shared/kpi/declaration';
import { exactSum } from '@shared/kpi/exact-sum';
import { type Measure, measureDeclared, type measures } from '@shared/kpi/measure';
import { measureInUse } from '@shared/kpi/measure-column';
import { readForKpi } from '@shared/kpi/rows-read';
import { dayNumber } from '@shared/model/calendar-date';
import { describe, expect, it } from 'vitest';
import type { WorkspaceSession } from '../../workspace/workspace-session';
import { RowReader } from '../rows/row-window';
import { everything } from './everything.fixture';
import { kpiWorkspace, type TypedRows } from './kpi-workspace.fixture';
import { type SourceRows, sourceRows } from './source-rows';

const range = { from: '2026-03-01', to: '2026-09-30' };

const filters: readonly KpiFilter[] = [
  {},
  { team: ['North'] },
  { team: [''] },
  { region: ['Oslo'] },
  { region: [''] },
  { rep: ['Anna', ''] },
  { product: ['Chair'] },
  { category: [''] },
  { segment: ['Small', ''] },
  { customer: ['Beta'], rep: ['Anna'] },
  { source: ['Web', ''] },
  { competitor: ['Old'] },
];

const unitCosts: Readonly<Record<string, number>> = { Chair: 40, Lamp: 20 };

/** What a row counts for in a measure, read off its cells by hand. */
function numberOf(row: Row, field: string): number | null {
  const number = (id: string): number | null => {
    const cell = row.cells[id];
    return typeof cell === 'number' ? cell : null;
  };
  const days = (from: string, to: string): number | null => {
    const [one, other] = [row.cells[from], row.cells[to]];
    return typeof one === 'string' && typeof other === 'string' ? dayNumber(other) - dayNumber(one) : null;
  };
  const [quantity, amount, discount] = [number('quantity'), number('amount'), number('discount')];
  switch (field) {
    case 'margin': {
      const unitCost = unitCosts[String(row.cells.product)] ?? null;
      const cost = number('cost') ?? (quantity === null || unitCost === null ? null : quantity * unitCost);
      return cost === null || amount === null ? null : amount - cost;
    }
    case 'gross': {
      const price = number('unit_price');
      if (quantity !== null && price !== null) return quantity * price;
      return amount === null ? null : amount + (discount ?? 0);
    }
    case 'cycle_days':
      return days('created_on', 'closed_on');
    default:
      return number(field);
  }
}

/** The measure of the rows, added up by hand. */
function byHand(measure: Measure, rows: readonly Row[]): number {
  const { aggregate, placement } = measureDeclared(measure);
  const dateOf = (row: Row): string => String(row.cells[placement.kind === 'dated' ? placement.field : '']);
  const dates = [...new Set(rows.map(dateOf))].sort();
  switch (aggregate.kind) {
    case 'count':
      return rows.length;
    case 'purchases':
      return new Set(rows.map(({ id, cells }) => cells.order_no ?? `row ${id}`)).size;
    case 'sum':
      return exactSum(rows.flatMap((row) => numberOf(row, String(aggregate.field)) ?? []));
    case 'firstDaySum':
      return exactSum(
        rows.filter((row) => dateOf(row) === dates[0]).flatMap((row) => numberOf(row, aggregate.field) ?? []),
      );
    case 'firstDay':
      return dayNumber(dates[0] ?? '');
    case 'lastDay':
      return dayNumber(dates.at(-1) ?? '');
    case 'days':
      return dates.length;
    default:
      throw new Error(`No built-in measure is a ${aggregate.kind}.`);
  }
}

function opened(session: WorkspaceSession, { dataset, filter }: SourceRows): readonly Row[] {
  return new RowReader(session).window({ dataset, filter, sort: [], search: '' }, 0, 5000).rows;
}

async function expectTheVeryRows(rows: TypedRows): Promise<number> {
  const { session, kpis } = await kpiWorkspace(rows);
  const questions = builtInKpis.flatMap((kpi) =>
    kpi.formulas.flatMap(({ basis, formula }) => filters.map((filter) => ({ kpi, basis, formula, filter }))),
  );
  let compared = 0;
  for (const { kpi, basis, formula, filter } of questions) {
    const what = `${kpi.id} ${basis} ${JSON.stringify(filter)}`;
    const { rows: read } = readForKpi({ kpi, basis, range, filter }, kpis.measures);
    const sources = sourceRows(session.connection, kpis.measures, {
      ...range,
      kpi: kpi.id,
      basis: basis ?? undefined,
      filter,
    });
    for (const [index, { measure, range: own, filter: within }] of read.entries()) {
      const source = sources[index];
      const expected =
        kpis.measures.read({ measures: [measure], range: own, by: [], filter: within })[0]?.values[0] ??
        Number.NaN;
      const found = source ? opened(session, source) : [];
      if (found.length === 0)
        expect([0, Number.NaN], `${what} ${JSON.stringify(measure)}`).toContain(expected);
      else
        expect(
          byHand(measure, found),
          `${what} ${JSON.stringify(measure)} ${JSON.stringify(source?.filter)}`,
        ).toBeCloseTo(expected, 6);
      compared += 1;
    }
    const [result] = kpis.evaluate({ ...range, kpis: [kpi.id], basis: basis ?? undefined, filter });
    const handed = (id: keyof typeof measures): number => {
      const measure = measureInUse(id, kpis.measures);
      const { placement, conditions, dataset } = measureDeclared(measure);
      const place = read.findIndex((one) => {
        const declared = measureDeclared(one.measure);
        return (
          JSON.stringify([declared.dataset, declared.placement, declared.conditions]) ===
          JSON.stringify([dataset, placement, conditions])
        );
      });
      const source = sources[place];
      return byHand(measure, source ? opened(session, source) : []);
    };
    if (formula.kind === 'sum') expect(result?.value, what).toBeCloseTo(handed(formula.measure), 6);
    if (formula.kind === 'ratio') {
      expect(result?.numerator, what).toBeCloseTo(handed(formula.numerator), 6);
      expect(result?.denominator, what).toBeCloseTo(handed(formula.denominator), 6);
    }
  }
  return compared;
}

describe('the rows that a KPI opens', () => {
  it('are the very rows: added up by hand they give its numerator, its denominator and all that it stands on', async () => {
    expect(await expectTheVeryRows(everything)).toBeGreaterThan(500);
  });

  it('are so too where losses are told from inactivity, and where deals stand in for orders', async () => {
    const customers = everything.customers?.map(({ churned_on: _, recurring_amount: __, ...rest }) => rest);
    expect(await expectTheVeryRows({ ...everything, customers })).toBeGreaterThan(500);
    expect(await expectTheVeryRows({ ...everything, orders: [] })).toBeGreaterThan(500);
  });
});
