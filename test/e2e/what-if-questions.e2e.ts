import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './app';

test('a manager is unsure about a lever, sees how likely the target is, and takes the chart along', async ({
  app,
}, testInfo) => {
  const { window } = app;
  await window.getByRole('button', { name: 'Open the sample' }).click();
  await expect(window.getByRole('heading', { name: 'KPIs', level: 1 })).toBeVisible();
  await window.keyboard.press('Control+5');
  await window.getByRole('button', { name: 'More for this scenario' }).click();
  await window.getByRole('menuitem', { name: 'New scenario' }).click();
  await window.getByRole('button', { name: 'Change quotas' }).click();

  await test.step('the simulation starts by itself, and is refined to all its runs', async () => {
    await window.getByRole('tab', { name: 'Simulation' }).click();
    await window.getByRole('button', { name: 'Begin with ±10 %' }).click();
    await window.getByRole('textbox', { name: 'Runs' }).fill('1500');
    await expect(window.locator('[data-figure="chance"]')).toContainText('%');
    await expect(window.getByRole('status').filter({ hasText: '1,500 of 1,500 runs made' })).toBeVisible();
    // Quotas of all alone: nothing else drives attainment.
    const drivers = window.getByRole('region', { name: /^What drives the result/ }).last();
    await expect(drivers.getByRole('row').filter({ hasText: 'All quotas' })).toContainText('100%');
  });

  await test.step('the same question has the same answer again', async () => {
    const range = window.locator('[data-figure="range"]');
    const before = await range.innerText();
    await window.getByRole('textbox', { name: 'Seed' }).fill('2');
    await expect(range).not.toHaveText(before);
    await window.getByRole('textbox', { name: 'Seed' }).fill('1');
    await expect(range).toHaveText(before, { useInnerText: true });
  });

  await test.step('its chart is saved as a picture, and its table as numbers', async () => {
    const folder = testInfo.outputPath();
    for (const [item, file] of [
      ['Picture (.png)', 'simulation.png'],
      ['Table as text file (.csv)', 'simulation.csv'],
    ] as const) {
      const path = join(folder, file);
      await app.electron.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = async () => ({ canceled: false, filePath });
      }, path);
      await window.getByRole('button', { name: /^Save or copy: Simulation/ }).press('Enter');
      await window.getByRole('menuitem', { name: item }).click();
      await expect(window.getByText(path)).toBeVisible();
    }
    // https://www.w3.org/TR/png-3/#5PNG-file-signature.
    expect([...readFileSync(join(folder, 'simulation.png')).subarray(0, 4)]).toEqual([137, 80, 78, 71]);
    expect(readFileSync(join(folder, 'simulation.csv'), 'utf8')).toMatch(/Quota attainment,0\.\d+,/);
  });

  await test.step('what it comes to becomes a target, and that is undone', async () => {
    await window.getByRole('button', { name: 'More for this scenario' }).click();
    await window.getByRole('menuitem', { name: 'Apply quotas, prices or targets…' }).click();
    const dialog = window.getByRole('dialog', { name: 'Apply this scenario' });
    await dialog.getByRole('combobox', { name: 'Targets' }).click();
    await window.getByRole('option', { name: 'Win rate' }).click();
    await window.keyboard.press('Escape');
    await dialog.getByRole('button', { name: 'Apply' }).click();
    await window.keyboard.press('Control+4');
    const target = window.getByRole('row').filter({ hasText: 'Win rate' }).filter({ hasText: '2026' });
    await expect(target).toBeVisible();
    await window.keyboard.press('Control+z');
    await expect(target).toBeHidden();
  });
});
