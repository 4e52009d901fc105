import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { read, utils } from 'xlsx';
import { expect, test, writeOver } from './app';
import { crmWorkbook, knownAnswers } from './crm-workbook';

function amountOf(window: Page, deal: string) {
  return window.getByRole('row').filter({ hasText: deal }).locator('[col-id="amount"]');
}

async function showBookings(window: Page): Promise<void> {
  await window.keyboard.press('Control+3');
  await window.getByRole('button', { name: 'Bookings', exact: true }).click();
}

test('an analyst imports a workbook, corrects a cell, sees the KPI change and come back, and exports', async ({
  app,
  folder,
}) => {
  const { window } = app;
  await app.dropFiles(window.getByText('Drop spreadsheets here', { exact: true }), await crmWorkbook(folder));

  await test.step('the mapping is shown and can be changed', async () => {
    await expect(window.getByRole('heading', { name: 'Import CRM.xlsx' })).toBeVisible();
    const field = (heading: string) => window.getByRole('combobox', { name: `Field for ${heading}` });
    await expect(field('close_value')).toHaveValue('Amount');
    await expect(field('close_date')).toHaveValue('Closed on');
    await field('account').click();
    await window.getByRole('option', { name: 'Keep as extra column' }).click();
    await expect(field('account')).toHaveValue('Keep as extra column');
    await field('account').click();
    await window.getByRole('option', { name: 'Customer', exact: true }).click();
  });

  await test.step('the row that cannot be imported is shown with its reason, and the rest goes in', async () => {
    const rejects = window.getByRole('region', { name: 'Rejected rows' });
    const broken = rejects.getByRole('row').filter({ hasText: '8802' });
    await expect(broken.filter({ hasText: '31 June 2017' })).toContainText('is not a date');
    await window.getByRole('button', { name: 'Import 8,800 rows' }).click();
    await expect(window.getByRole('heading', { name: 'CRM.xlsx is in' })).toBeVisible();
  });

  await test.step('the KPI has the known value', async () => {
    await showBookings(window);
    await expect(window.getByText('NOK 10,005,534').first()).toBeVisible();
  });

  await test.step('a corrected cell moves it', async () => {
    await window.keyboard.press('Control+2');
    await window.getByRole('tab', { name: /Deals/ }).click();
    await window.getByRole('textbox', { name: 'Search in Deals' }).fill('1C1I7A6R');
    await expect(window.getByText('One row', { exact: true })).toBeVisible();
    await expect(amountOf(window, '1C1I7A6R')).toHaveText(/1,054/);
    await writeOver(amountOf(window, '1C1I7A6R'), '2054');
    await expect(amountOf(window, '1C1I7A6R')).toHaveText(/2,054/);
    await showBookings(window);
    await expect(window.getByText('NOK 10,006,534').first()).toBeVisible();
  });

  await test.step('what is no amount is refused with its reason', async () => {
    await window.keyboard.press('Control+2');
    await window.getByRole('tab', { name: /Deals/ }).click();
    await writeOver(amountOf(window, '1C1I7A6R'), 'a lot');
    await expect(window.getByRole('alert').filter({ hasText: 'a lot' })).toContainText('Amount');
    await expect(amountOf(window, '1C1I7A6R')).toHaveText(/2,054/);
  });

  await test.step('undo brings the KPI back', async () => {
    await showBookings(window);
    await window.keyboard.press('Control+z');
    await expect(window.getByText('NOK 10,005,534').first()).toBeVisible();
    await window.keyboard.press('Control+y');
    await expect(window.getByText('NOK 10,006,534').first()).toBeVisible();
    await window.keyboard.press('Control+z');
    await expect(window.getByText('NOK 10,005,534').first()).toBeVisible();
  });

  await test.step('the deals are exported with the same bookings', async () => {
    const path = join(folder, 'Deals.xlsx');
    await app.answerSaveDialog(path);
    await window.keyboard.press('Control+e');
    const dialog = window.getByRole('dialog', { name: 'Export' });
    await dialog.getByRole('combobox', { name: 'What to export' }).click();
    await window.getByRole('option', { name: /Deals/ }).click();
    await dialog.getByRole('button', { name: 'Choose file and export' }).click();
    await expect(window.getByText('8,800 rows exported')).toBeVisible();
    const book = read(await readFile(path));
    const deals = utils.sheet_to_json<Record<string, unknown>>(book.Sheets[book.SheetNames[0] ?? ''] ?? {});
    expect(deals).toHaveLength(knownAnswers.deals);
    const won = deals.filter((deal) => deal.Stage === 'Won');
    expect(won.reduce((sum, deal) => sum + Number(deal.Amount), 0)).toBe(knownAnswers.bookings2017);
  });
});
