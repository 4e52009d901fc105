import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, pickByTyping, test } from './app';

const leads = [
  'Opprettet dato;Kontakt;Firma;E-post;Kilde;Selger;Status;Internkode',
  '01.02.2026;Kristoffer Hansen;Fjord Data AS;kristoffer@fjorddata.no;Web;Kari Nygård;Ny;7',
  '02.02.2026;Hansen, Kristofer;Fjord Data;;Web;Kari Nygård;Ny;8',
  '03.02.2026;Ola Lie;Nordvik Bygg;ola@gmial.com;Messe;Kari Nygård;Ny;9',
].join('\n');

test('a mapping is saved as a template by keyboard alone and known again; leads at fault are found, and duplicates merged', async ({
  app,
  folder,
}) => {
  const { window } = app;
  const { keyboard } = window;
  const file = (name: string) => join(folder, name);
  await writeFile(file('leads januar.csv'), leads);
  await app.answerOpenDialog(file('leads januar.csv'));
  await keyboard.press('Control+i');

  await test.step('a column is sent elsewhere and the mapping saved, by keyboard alone', async () => {
    await expect(window.getByRole('heading', { name: 'Import leads januar.csv' })).toBeFocused();
    const code = window.getByRole('combobox', { name: 'Field for Internkode' });
    await pickByTyping(code, 'Score', 'Score');
    await expect(code).toHaveValue('Score');
    await window.getByRole('button', { name: 'Save, rename or delete the template' }).focus();
    await keyboard.press('Enter');
    const save = window.getByRole('menuitem', { name: 'Save this mapping as a template…' });
    await expect(save).toBeVisible();
    await keyboard.press('ArrowDown');
    await expect(save).toBeFocused();
    await keyboard.press('Enter');
    await expect(window.getByRole('textbox', { name: 'Name' })).toBeFocused();
    await keyboard.type('Web leads');
    await keyboard.press('Enter');
    await expect(window.getByRole('combobox', { name: 'Template' })).toHaveValue('Web leads');
    await window.getByRole('button', { name: 'Import 3 rows' }).focus();
    await keyboard.press('Enter');
    await expect(window.getByRole('heading', { name: 'leads januar.csv is in' })).toBeVisible();
  });

  await test.step('next month it is known by its headings', async () => {
    await writeFile(
      file('leads februar.csv'),
      leads.replaceAll('.02.2026', '.03.2026').replaceAll(/[789]$/gm, '5'),
    );
    await app.answerOpenDialog(file('leads februar.csv'));
    await keyboard.press('Control+i');
    await expect(window.getByRole('heading', { name: 'Import leads februar.csv' })).toBeVisible();
    await expect(window.getByRole('combobox', { name: 'Template' })).toHaveValue('Web leads');
    await expect(window.getByRole('combobox', { name: 'Field for Internkode' })).toHaveValue('Score');
    await window.getByRole('button', { name: 'Cancel' }).click();
  });

  await test.step('what is at fault shows its rows', async () => {
    await window.getByRole('tab', { name: 'Leads 3' }).click();
    await window.getByRole('button', { name: 'Data quality' }).click();
    await window.getByRole('button', { name: /Domain probably mistyped/ }).click();
    await expect(window.getByRole('gridcell', { name: 'ola@gmial.com' })).toBeVisible();
    await expect(window.getByRole('gridcell', { name: 'kristoffer@fjorddata.no' })).toBeHidden();
    await window.getByRole('button', { name: 'Show all rows' }).click();
    await expect(window.getByRole('gridcell', { name: 'kristoffer@fjorddata.no' })).toBeVisible();
  });

  await test.step('two rows of one person are merged, and that is undone', async () => {
    await window.getByRole('button', { name: 'Compare and merge…' }).click();
    await window.getByRole('button', { name: 'Merge one row into this' }).click();
    await expect(window.getByText('No duplicates are left.')).toBeVisible();
    await keyboard.press('Escape');
    await expect(window.getByRole('tab', { name: 'Leads 2' })).toBeVisible();
    await keyboard.press('Control+z');
    await expect(window.getByRole('tab', { name: 'Leads 3' })).toBeVisible();
  });
});
