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

    const norwegian = settings.language === 'nb';
    const openSample = async (window: Page) => {
      await window.getByRole('button', { name: norwegian ? 'Åpne eksempelet' : 'Open the sample' }).click();
      await expect(window.getByRole('article').first()).toBeVisible();
    };

    test('no page for reading and planning has serious obstacles', async ({ app }) => {
      const { window } = app;
      await expectAccessible(window, 'start');
      await openSample(window);
      await expectAccessible(window, 'KPIs');
      await window.getByRole('article').getByRole('button').first().click();
      await expect(window.getByRole('img').first()).toBeVisible();
      await expectAccessible(window, 'KPI');
      await window.keyboard.press('Control+4');
      await expect(window.getByRole('row').nth(1)).toBeVisible();
      await expectAccessible(window, 'targets');
      await window.getByText(norwegian ? 'Rutenett' : 'Grid', { exact: true }).click();
      await expect(window.getByRole('gridcell').first()).toBeVisible();
      await expectAccessible(window, 'targets in a grid');
      await window.keyboard.press('Control+7');
      await expect(window.getByRole('gridcell').first()).toBeVisible();
      await expectAccessible(window, 'quota plan');
      await window.keyboard.press('Control+9');
      await window.getByRole('button', { name: 'Pumpe P200', exact: true }).click();
      await expect(window.getByRole('region', { name: 'Pumpe P200' })).toBeVisible();
      await expectAccessible(window, 'pricing');
      await window.keyboard.press('Control+8');
      await window.getByRole('button', { name: 'Provisjon i Nord' }).click();
      await expect(window.getByRole('form')).toBeVisible();
      await expectAccessible(window, 'incentives');
      await window.keyboard.press('Control+5');
      await expect(window.locator('[data-kpi]').first()).toBeVisible();
      await expectAccessible(window, 'what-if');
      await window.keyboard.press('Control+6');
      await expect(window.getByRole('table').first()).toBeVisible();
      await expectAccessible(window, 'one-to-one');
      await window.keyboard.press('F5');
      await expect(window.getByRole('heading', { level: 2 }).first()).toBeVisible();
      await expectAccessible(window, 'review');
      await window.keyboard.press('Escape');
    });

    test('no page of data and no dialog has serious obstacles', async ({ app }) => {
      const { window } = app;
      await openSample(window);
      await window.keyboard.press('Control+2');
      await expect(window.getByRole('gridcell').first()).toBeVisible();
      await expectAccessible(window, 'data');
      for (const [keys, dialog] of [
        ['Control+e', 'export'],
        ['Control+,', 'settings'],
      ] as const) {
        await window.keyboard.press(keys);
        await expect(window.getByRole('dialog')).toBeVisible();
        await expectAccessible(window, dialog);
        await window.keyboard.press('Escape');
        await expect(window.getByRole('dialog')).toHaveCount(0);
      }
      await app.answerOpenDialog(crmFile('products.csv'));
      await window.keyboard.press('Control+i');
      await expect(window.getByRole('heading', { name: /products\.csv/ })).toBeVisible();
      await expectAccessible(window, 'import');
      await window.keyboard.press('Control+k');
      const palette = window.getByRole('dialog', { name: norwegian ? 'Kommandoer' : 'Commands' });
      await expect(palette.getByRole('textbox')).toBeFocused();
      await expectAccessible(window, 'commands');
      await window.keyboard.type(norwegian ? 'Importer hittil' : 'Imports so far');
      await window.keyboard.press('Enter');
      await expect(palette).toHaveCount(0);
      await expect(window.getByRole('heading', { level: 1, name: /^Import/ })).toBeVisible();
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
  const deals = window.getByRole('menuitem', { name: /^Deals won or lost/ });
  await expect(deals).toBeVisible();
  // The menu takes the focus a moment after it has opened.
  await expect(async () => {
    await window.keyboard.press('ArrowDown');
    await expect(deals).toBeFocused({ timeout: 500 });
  }).toPass();
  await window.keyboard.press('Enter');
  await expect(window.getByRole('gridcell').first()).toBeVisible();
});

/** Presses Tab once around the window, and gives what it stopped at. */
async function tabAround(window: Page): Promise<readonly string[]> {
  const stops: string[] = [];
  const press = async () => {
    await window.keyboard.press('Tab');
    return window.evaluate(() => {
      const { activeElement } = document;
      activeElement?.setAttribute('data-stop', activeElement.getAttribute('data-stop') ?? `${Math.random()}`);
      const role = activeElement?.getAttribute('role') ?? activeElement?.tagName.toLowerCase();
      return `${role} ${activeElement?.getAttribute('data-stop')}`;
    });
  };
  for (let stop = await press(); stop !== stops[0]; stop = await press()) {
    expect(stops, 'Tab comes back before it has been everywhere').not.toContain(stop);
    stops.push(stop);
  }
  return stops;
}

test('the keyboard is held nowhere: Tab goes around each page, and F6 leads out of the grid', async ({
  app,
}) => {
  const { window } = app;
  await window.getByRole('button', { name: 'Open the sample' }).click();
  for (const [key, name, content] of [
    ['3', 'KPIs', window.getByRole('article').last()],
    ['4', 'Targets', window.getByRole('row').nth(1)],
    ['5', 'What-if', window.locator('[data-kpi]').first()],
    ['6', 'One-to-one', window.getByRole('table').last()],
    ['9', 'Pricing', window.getByRole('table').last()],
  ] as const) {
    await window.keyboard.press(`Control+${key}`);
    await expect(window.getByRole('heading', { name, level: 1 })).toBeVisible();
    await expect(content).toBeVisible();
    const stops = await tabAround(window);
    expect(stops.length, name).toBeGreaterThan(15);
    // A stop without a role is one that nobody can tell what it is for.
    expect(
      stops.filter((stop) => stop.startsWith('presentation')),
      name,
    ).toEqual([]);
  }
  await window.keyboard.press('Control+2');
  await window.getByRole('gridcell', { name: 'Ingrid Solberg' }).click();
  for (const [keys, region] of [
    ['F6', 'banner'],
    ['F6', 'navigation'],
    ['F6', 'main'],
    ['Shift+F6', 'navigation'],
  ] as const) {
    await window.keyboard.press(keys);
    await expect(window.getByRole(region).locator(':focus')).toHaveCount(1);
  }
});
