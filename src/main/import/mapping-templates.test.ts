import { readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Inspection } from '@shared/ipc/import';
import { describe, expect, it } from 'vitest';
import { temporaryWorkspace } from '../workspace/temporary-workspace.fixture';
import { inspectSource } from './inspect-source';
import { listTemplates, removeTemplate, renameTemplate, saveTemplate } from './mapping-templates';
import { recognisedProgram } from './program-templates';
import { proposeImport } from './propose-import';

const workspace = temporaryWorkspace();
const exportFiles = resolve(import.meta.dirname, '../../../test/corpus/exports');

function write(name: string, ...lines: string[]): string {
  const path = join(workspace.folder, name);
  writeFileSync(path, lines.join('\n'));
  return path;
}

function fieldsOf({ columns }: Inspection): unknown {
  return Object.fromEntries(columns.map(({ heading, field }) => [heading, field]));
}

/** Saves the mapping of a file with `Net` as the amount. */
async function saved(name: string): Promise<string> {
  const path = write('january.csv', 'When,Whom,Gross,Net', '03/04/2026,A,125,100');
  const { columns } = await inspectSource({ path, dataset: 'orders' });
  const fields = new Map([
    ['When', 'ordered_on'],
    ['Whom', 'customer'],
    ['Net', 'amount'],
  ]);
  const mapped = columns.map((column) => ({ ...column, field: fields.get(column.heading) ?? null }));
  return saveTemplate(workspace.session, {
    name,
    dataset: 'orders',
    columns: mapped,
    key: ['ordered_on', 'customer'],
    dateOrder: 'monthFirst',
  }).id;
}

const mapped = { When: 'ordered_on', Whom: 'customer', Gross: null, Net: 'amount' };

describe('a mapping that is saved under a name', () => {
  it('is recognised by its headings next time, wherever they stand, with what it settles about key and dates', async () => {
    await saved('Fra regnskapet');
    const path = write('february.csv', 'NET,Note,whom,Gross,When', '90,x,B,120,05/06/2026');
    const inspection = await proposeImport(workspace.session, { path });
    expect(inspection.template).toMatchObject({ name: 'Fra regnskapet', builtIn: false });
    expect(inspection.dataset).toBe('orders');
    expect(fieldsOf(inspection)).toEqual({
      NET: 'amount',
      Note: null,
      whom: 'customer',
      Gross: null,
      When: 'ordered_on',
    });
    expect(inspection.suggestedKey).toEqual(['ordered_on', 'customer']);
    expect([inspection.dateOrder, inspection.dateOrderAmbiguous]).toEqual(['monthFirst', false]);
  });

  it('is not taken for a table that lacks one of its headings, nor where none is wanted', async () => {
    const id = await saved('Fra regnskapet');
    const other = write('other.csv', 'When,Whom,Gross', '2026-01-01,A,125');
    expect((await proposeImport(workspace.session, { path: other })).template).toBeNull();
    const same = write('same.csv', 'When,Whom,Gross,Net', '2026-01-01,A,125,100');
    expect((await proposeImport(workspace.session, { path: same, template: null })).template).toBeNull();
    expect((await proposeImport(workspace.session, { path: other, template: id })).template?.id).toBe(id);
  });

  it('is listed, renamed and deleted, and each of it can be undone', async () => {
    const id = await saved('A');
    const names = () =>
      listTemplates(workspace.session).flatMap(({ name, builtIn }) => (builtIn ? [] : [name]));
    renameTemplate(workspace.session, id, ' B  og C ');
    expect(names()).toEqual(['B og C']);
    removeTemplate(workspace.session, id);
    expect(names()).toEqual([]);
    workspace.session.undo();
    workspace.session.undo();
    expect(names()).toEqual(['A']);
    await saved('A');
    expect(names()).toEqual(['A']);
    await saved('D');
    expect(() => renameTemplate(workspace.session, id, 'D')).toThrow('templateNameTaken');
    expect(() => renameTemplate(workspace.session, id, ' ')).toThrow('templateNameEmpty');
    expect(() => removeTemplate(workspace.session, 'own:99')).toThrow('templateMissing');
  });

  it('decides when it is chosen, though the table would go elsewhere by itself', async () => {
    const id = await saved('Fra regnskapet');
    const path = write('mars.csv', 'When,Whom,Gross,Net,Stage,Close date', '2026-01-01,A,1,2,Won,2026-02-01');
    const inspection = await proposeImport(workspace.session, { path, template: id });
    expect(inspection.dataset).toBe('orders');
    expect(fieldsOf(inspection)).toEqual({ ...mapped, Stage: null, 'Close date': null });
  });
});

describe('the export of a known program', () => {
  it.each([
    ['salesforce-opportunities.csv', 'salesforce:opportunities'],
    ['hubspot-deals.csv', 'hubspot:opportunities'],
    ['zoho-deals.csv', 'zoho-crm:opportunities'],
    ['pipl-ai-leads.csv', 'pipl-ai:leads'],
  ])('%s is known by its headings', async (file, id) => {
    const inspection = await proposeImport(workspace.session, { path: join(exportFiles, file) });
    expect(inspection.template?.id).toBe(id);
  });

  it('is told of no other file of the same kind', () => {
    expect(recognisedProgram('opportunities', ['Name', 'Stage', 'Amount', 'Close date'])).toBeNull();
    expect(readdirSync(exportFiles).length).toBeGreaterThan(10);
  });

  it('is read by its template when that is chosen', async () => {
    const path = write(
      'deals.csv',
      'Opportunity Name,Stage,Amount,Close Date,Owner Full Name',
      'A,Won,5,2026-01-01,Kari',
    );
    const inspection = await proposeImport(workspace.session, { path, template: 'salesforce:opportunities' });
    expect(inspection.template).toMatchObject({
      name: 'Salesforce',
      dataset: 'opportunities',
      builtIn: true,
    });
    expect(fieldsOf(inspection)).toMatchObject({ 'Owner Full Name': 'rep', 'Opportunity Name': 'name' });
    await expect(proposeImport(workspace.session, { path, template: 'none:such' })).rejects.toThrow(
      'templateMissing',
    );
  });
});
