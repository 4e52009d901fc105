import type { ColumnMapping, Inspection } from '@shared/ipc/import';
import { unattended } from '@shared/ipc/operation';
import { describe, expect, it } from 'vitest';
import { importDesk } from './import-desk.fixture';
import { proposeImport } from './propose-import';
import { runImport } from './run-import';

const desk = importDesk();

async function importAs(
  path: string,
  { sheet, headerRow, locale, dateOrder, columns }: Inspection,
  change: (column: ColumnMapping) => ColumnMapping,
): Promise<void> {
  const plan = { path, sheet, headerRow, locale, dateOrder, dataset: 'orders' as const, key: [] };
  await runImport(desk.session, { ...plan, columns: columns.map(change) }, unattended);
}

function fieldsOf({ columns }: Inspection): unknown {
  return Object.fromEntries(
    columns.map(({ heading, field, included }) => [heading, included ? field : 'left out']),
  );
}

const headings = 'When,Whom,Gross,Net,Secret';

describe('a table with the headings of an earlier import', () => {
  it('goes where a person had that one go', async () => {
    const january = desk.write('january.csv', headings, '2026-01-05,A,125,100,x', '2026-01-06,B,250,200,y');
    const fields: Readonly<Record<string, string>> = { When: 'ordered_on', Whom: 'customer', Net: 'amount' };
    await importAs(january, await proposeImport(desk.session, { path: january }), (column) => ({
      ...column,
      field: fields[column.heading] ?? null,
      included: column.heading !== 'Secret',
    }));
    const february = desk.write('february.csv', headings, '2026-02-05,C,25,20,z');
    const inspection = await proposeImport(desk.session, { path: february });
    expect(inspection.dataset).toBe('orders');
    expect(fieldsOf(inspection)).toEqual({
      When: 'ordered_on',
      Whom: 'customer',
      Gross: null,
      Net: 'amount',
      Secret: 'left out',
    });
    expect(inspection.notes).toContainEqual({
      code: 'noteRemembered',
      parameters: { source: 'january.csv', date: new Date().toISOString().slice(0, 10) },
    });
    expect(inspection.columns[3]?.samples).toEqual(['20']);
  });

  it('is said to be so only where it makes a difference, and never overrules what is chosen', async () => {
    const plain = desk.write('plain.csv', 'Order date,Customer,Amount', '2026-01-05,A,100');
    await importAs(plain, await proposeImport(desk.session, { path: plain }), (column) => column);
    const again = await proposeImport(desk.session, { path: plain });
    const chosen = await proposeImport(desk.session, { path: plain, dataset: 'leads' });
    expect([again.notes, again.dataset, chosen.dataset]).toEqual([[], 'orders', 'leads']);
  });
});
