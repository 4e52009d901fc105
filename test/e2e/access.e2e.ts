import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './app';
import { crmFile } from './crm-workbook';

async function expectAccessible(window: Page, page: string): Promise<void> {
  // Without `setLegacyMode` axe would open a page of its own, which the app forbids.
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const found = serious.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  expect(found, page).toEqual([]);
}

for (const settings of [
  { language: 'en', theme: 'light' },
  { language: 'nb', theme: 'dark' },
] as const) {
  test.describe(`in ${settings.language}, ${settings.theme}`, () => {
    test.use({ settings });

    test('no page has serious obstacles', async ({ app }) => {
      const { window } = app;
      const norwegian = settings.language === 'nb';
      await expectAccessible(window, 'start');
      await window.getByRole('button', { name: norwegian ? 'Åpne eksempelet' : 'Open the sample' }).click();
      await expect(window.getByRole('article').first()).toBeVisible();
      await expectAccessible(window, 'KPIs');
      await window.getByRole('article').getByRole('button').first().click();
      await expect(window.getByRole('img').first()).toBeVisible();
      await expectAccessible(window, 'KPI');
      await window.keyboard.press('Control+2');
      await expect(window.getByRole('gridcell').first()).toBeVisible();
      await expectAccessible(window, 'data');
      await window.keyboard.press('Control+4');
      await expect(window.getByRole('row').nth(1)).toBeVisible();
      await expectAccessible(window, 'targets');
      await window.keyboard.press('Control+5');
      await expect(window.locator('[data-kpi]').first()).toBeVisible();
      await expectAccessible(window, 'what-if');
      await window.keyboard.press('Control+e');
      await expect(window.getByRole('dialog')).toBeVisible();
      await expectAccessible(window, 'export');
      await window.keyboard.press('Escape');
      await expect(window.getByRole('dialog')).toHaveCount(0);
      await window.keyboard.press('Control+,');
      await expect(window.getByRole('dialog')).toBeVisible();
      await expectAccessible(window, 'settings');
      await window.keyboard.press('Escape');
      await expect(window.getByRole('dialog')).toHaveCount(0);
      await app.answerOpenDialog(crmFile('products.csv'));
      await window.keyboard.press('Control+i');
      await expect(window.getByRole('heading', { name: /products\.csv/ })).toBeVisible();
      await expectAccessible(window, 'import');
      await window.keyboard.press('Control+k');
      await window.keyboard.type(norwegian ? 'Importer hittil' : 'Imports so far');
      await window.keyboard.press('Enter');
      await expect(window.getByRole('heading', { level: 1, name: /^Import/ })).toBeVisible();
      await expect(window.getByRole('heading', { name: /products\.csv/ })).toHaveCount(0);
      await expectAccessible(window, 'imports');
    });
  });
}

test('the keyboard alone opens the sample, a KPI and its rows', async ({ app }) => {
  const { window } = app;
  const focusOn = async (name: RegExp) => {
    const wanted = window.locator(':focus').filter({ hasText: name });
    await expect(async () => {
      if ((await wanted.count()) > 0) return;
      await window.keyboard.press('Tab');
      expect(await wanted.count()).toBe(1);
    }).toPass({ intervals: [0] });
  };
  await focusOn(/^Open the sample/);
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { name: 'KPIs', level: 1 })).toBeVisible();
  await focusOn(/^Win rate$/);
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { name: 'Win rate', level: 1 })).toBeVisible();
  await focusOn(/^Show the rows/);
  await window.keyboard.press('Enter');
  await expect(window.getByRole('gridcell').first()).toBeVisible();
});
