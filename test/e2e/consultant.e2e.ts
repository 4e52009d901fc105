import { execFileSync } from 'node:child_process';
import { chmod, copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, projectRoot, runCommand, test } from './app';
import { crmFile } from './crm-workbook';

function cli(...words: string[]): string {
  return execFileSync(process.execPath, [join(projectRoot, 'scripts/run-cli.mjs'), ...words], {
    encoding: 'utf8',
  });
}

async function importFile(window: Page, file: string): Promise<void> {
  await expect(window.getByRole('heading', { name: `Import ${file}` })).toBeVisible();
  await window.getByRole('button', { name: /^Import [\d,]+ rows$/ }).click();
  await expect(window.getByRole('heading', { name: `${file} is in` })).toBeVisible();
}

function targetOfRevenue(window: Page) {
  return window.getByRole('textbox', { name: 'Target of Revenue for All', exact: true });
}

test('a consultant closes the app and finds everything again', async ({ launch, folder }) => {
  const path = join(folder, 'Kunde på kysten.qbench');
  const first = await launch();

  await test.step('a new workspace takes rows, a target and a scenario', async () => {
    const { window } = first;
    await first.answerSaveDialog(path);
    await window.getByRole('button', { name: 'New workspace' }).click();
    await expect(window.getByRole('banner').getByText('Kunde på kysten')).toBeVisible();
    await first.answerOpenDialog(crmFile('sales_teams.csv'), crmFile('sales_pipeline.csv'));
    await window.keyboard.press('Control+i');
    await importFile(window, 'sales_teams.csv');
    await window.getByRole('button', { name: 'Next file' }).click();
    await importFile(window, 'sales_pipeline.csv');
    await window.keyboard.press('Control+4');
    const form = window.getByRole('form', { name: 'New target' });
    await form.getByRole('textbox', { name: 'Target', exact: true }).fill('12000000');
    await window.keyboard.press('Enter');
    await expect(targetOfRevenue(window)).toHaveValue(/^NOK\s12,000,000$/);
    await window.keyboard.press('Control+5');
    await window.getByRole('button', { name: 'Try it' }).click();
    await window.getByRole('textbox', { name: 'Name' }).fill('Dearer next year');
    await window.keyboard.press('Enter');
    await expect(window.getByRole('combobox', { name: 'Scenario' })).toHaveValue('Dearer next year');
    await first.close();
  });

  await test.step('all of it is in the file, and in the window again', async () => {
    const { window } = await launch();
    await window.getByRole('button', { name: path }).click();
    await window.getByRole('button', { name: 'Bookings', exact: true }).click();
    await expect(window.getByText('NOK 10,005,534').first()).toBeVisible();
    await window.keyboard.press('Control+4');
    await expect(targetOfRevenue(window)).toHaveValue(/^NOK\s12,000,000$/);
    await window.keyboard.press('Control+5');
    await expect(window.getByRole('combobox', { name: 'Scenario' })).toHaveValue('Dearer next year');
    await expect(window.getByRole('slider')).toHaveCount(2);

    // Single steps can be undone until the workspace is closed, an import also later.
    await expect(window.getByRole('banner').getByRole('button', { name: 'Undo' })).toBeDisabled();
    await runCommand(window, 'Imports so far');
    await window.getByRole('button', { name: 'Undo the import of sales_pipeline.csv' }).click();
    await window.getByRole('dialog').getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(window.getByText(/8,800 rows removed/)).toBeVisible();
    await window.keyboard.press('Control+z');
    await window.keyboard.press('Control+3');
    await window.getByRole('button', { name: 'Bookings', exact: true }).click();
    await expect(window.getByText('NOK 10,005,534').first()).toBeVisible();
  });
});

test('a workspace is opened by a double click', async ({ launch, folder }) => {
  const path = join(folder, 'sample.qbench');
  cli('sample', path);
  const { window } = await launch(path);
  await expect(window.getByRole('banner').getByText('sample')).toBeVisible();
  await expect(window.getByRole('heading', { name: 'KPIs', level: 1 })).toBeVisible();
});

test('the app does not close over changes that it cannot save, unless it is told to', async ({
  launch,
  folder,
}) => {
  const stick = join(folder, 'stick');
  await mkdir(stick);
  cli('new', join(stick, 'work.qbench'));
  const app = await launch(join(stick, 'work.qbench'));
  const { window } = app;
  await expect(window.getByRole('banner').getByText('work', { exact: true })).toBeVisible();
  await rm(stick, { recursive: true });
  await window.keyboard.press('Control+4');
  const form = window.getByRole('form', { name: 'New target' });
  await form.getByRole('textbox', { name: 'Target', exact: true }).fill('4321');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('alert').filter({ hasText: stick })).toBeVisible();

  const close = () => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await app.answerMessageBox(0);
  await close();
  const other = join(folder, 'other');
  await mkdir(other);
  await app.answerSaveDialog(join(other, 'rescued.qbench'));
  await window.keyboard.press('Control+Shift+s');
  await expect(window.getByRole('banner').getByText('rescued', { exact: true })).toBeVisible();
  expect(cli('target', join(other, 'rescued.qbench'), 'list')).toContain('4,321');

  await rm(other, { recursive: true });
  await form.getByRole('textbox', { name: 'Target', exact: true }).fill('5');
  await window.keyboard.press('Enter');
  const closed = app.electron.waitForEvent('close');
  await app.answerMessageBox(1);
  await close();
  await closed;
});

test('files that cannot be opened are refused in a sentence, and nothing is lost', async ({
  launch,
  folder,
}) => {
  const whole = join(folder, 'whole.qbench');
  cli('new', whole);
  const app = await launch();
  const { window } = app;
  const open = async (path: string) => {
    await app.answerOpenDialog(path);
    await window.keyboard.press('Control+o');
  };
  const refused = async (sentence: RegExp) => {
    const notice = window.getByRole('alert').filter({ hasText: sentence });
    await expect(notice).toBeVisible();
    await notice.getByRole('button', { name: 'Close' }).click();
  };

  await test.step('what is no workspace', async () => {
    const notes = join(folder, 'notes.qbench');
    await writeFile(notes, 'Buy milk.');
    await open(notes);
    await refused(/notes\.qbench is not a Quotabench workspace/);
    expect(await readFile(notes, 'utf8')).toBe('Buy milk.');
  });

  await test.step('what a newer version made', async () => {
    const newer = join(folder, 'newer.qbench');
    const bytes = await readFile(whole);
    // SQLite keeps the version that the app counts up at byte 60: https://www.sqlite.org/fileformat.html#user_version_number.
    bytes.writeUInt32BE(9999, 60);
    await writeFile(newer, bytes);
    await open(newer);
    await refused(/newer/);
  });

  await test.step('what has gone', async () => {
    const gone = join(folder, 'gone.qbench');
    await copyFile(whole, gone);
    await open(gone);
    await expect(window.getByRole('banner').getByText('gone', { exact: true })).toBeVisible();
    await window.keyboard.press('Control+w');
    const entry = window.getByRole('button', { name: gone });
    await expect(entry).toBeEnabled();
    await rename(gone, `${gone}.moved`);
    await entry.click();
    await refused(/gone\.qbench/);
  });

  // The superuser may write everything.
  if (process.getuid?.() !== 0) {
    await test.step('what may only be read is shown, and says so', async () => {
      await chmod(whole, 0o444);
      await open(whole);
      await expect(window.getByRole('banner')).toContainText('Read-only');
    });
  }
});
