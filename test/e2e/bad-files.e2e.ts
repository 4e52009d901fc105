import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { utils, write } from 'xlsx';
import { expect, projectRoot, test } from './app';
import { crmFile } from './crm-workbook';

function emptyWorkbook(): Buffer {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([]), 'Blank');
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}

test('files that cannot be imported are refused in a sentence each, and the workspace stays as it was', async ({
  app,
  folder,
}) => {
  const { window } = app;
  const file = (name: string) => join(folder, name);
  await writeFile(file('empty.xlsx'), emptyWorkbook());
  await writeFile(file('torn.xlsx'), emptyWorkbook().subarray(0, 900));
  await writeFile(
    file('photo.csv'),
    Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46, 0, 1, 2, 0]),
  );
  await copyFile(join(projectRoot, 'test/corpus/password_2002_128_strong.xls'), file('secret.xls'));

  await app.answerSaveDialog(file('work.qbench'));
  await window.getByRole('button', { name: 'New workspace' }).click();
  await expect(window.getByRole('banner').getByText('work', { exact: true })).toBeVisible();
  await app.answerOpenDialog(crmFile('products.csv'));
  await window.keyboard.press('Control+i');
  await window.getByRole('button', { name: 'Import 7 rows' }).click();
  await expect(window.getByRole('heading', { name: 'products.csv is in' })).toBeVisible();

  for (const [name, sentence] of [
    ['empty.xlsx', /empty\.xlsx, sheet “Blank” is empty/],
    ['torn.xlsx', /torn\.xlsx.*(damaged|cannot be read|could not be read)/],
    ['photo.csv', /photo\.csv is neither a workbook nor a text file/],
    ['secret.xls', /secret\.xls is protected with a password/],
  ] as const) {
    await app.answerOpenDialog(file(name));
    await window.keyboard.press('Control+i');
    const refusal = window.getByRole('alert').filter({ hasText: `${name} was not imported` });
    await expect(refusal).toContainText(sentence);
  }

  await window.keyboard.press('Control+2');
  await expect(window.getByRole('tab', { name: 'Products 7' })).toBeVisible();
  await expect(window.getByRole('tab', { name: 'Deals', exact: true })).toBeVisible();
});
