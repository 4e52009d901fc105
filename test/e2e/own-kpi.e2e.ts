import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, runCommand, test } from './app';

test('a KPI of one’s own is defined, opened down to its rows, kept in a file, deleted and brought back', async ({
  launch,
  folder,
}) => {
  const app = await launch();
  const { window } = app;
  await window.getByRole('button', { name: 'Open the sample' }).first().click();
  await expect(window.getByRole('heading', { name: 'KPIs' })).toBeVisible();

  await test.step('the palette leads to the builder, which says where a formula goes wrong', async () => {
    await runCommand(window, 'define');
    await window.getByRole('textbox', { name: 'Name', exact: true }).fill('Revenue per meeting');
    await window.getByRole('button', { name: 'Add a measure' }).click();
    await window.getByRole('menuitem', { name: 'From another KPI' }).click();
    const added = window.getByRole('group', { name: 'Measure kpi' });
    await added.getByRole('combobox', { name: 'KPI' }).fill('Meetings');
    await window.getByRole('option', { name: 'Meetings scheduled' }).click();
    const formula = window.getByRole('textbox', { name: 'Formula', exact: true });
    await formula.fill('revenue + kpi');
    await expect(window.getByRole('alert')).toHaveText(/“revenue \+ kpi”: money and number cannot be added/);
    await expect(window.getByRole('button', { name: 'Save', exact: true })).toBeDisabled();
    await formula.fill('revenue / kpi');
    await expect(window.getByRole('alert')).toHaveCount(0);
    await expect(window.getByRole('complementary', { name: 'Preview' }).getByRole('status')).toHaveText(
      /^NOK\s[\d,]+$/,
    );
    const found = await new AxeBuilder({ page: window }).setLegacyMode().analyze();
    const serious = found.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  });

  await test.step('it is a KPI like the others, with its rows behind it', async () => {
    await window.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(window.getByRole('heading', { name: 'Revenue per meeting' })).toBeVisible();
    await window.getByRole('button', { name: 'Show the rows', exact: true }).click();
    await window.getByRole('menuitem', { name: /^Meetings/ }).click();
    await expect(window.getByRole('tab', { name: /Activities/, selected: true })).toBeVisible();
  });

  await test.step('it goes into a file, is deleted, and undo brings it back', async () => {
    await window.keyboard.press('Control+3');
    await runCommand(window, 'Revenue per meeting');
    await window.getByRole('button', { name: 'Change the definition' }).click();
    const path = join(folder, 'revenue per meeting.json');
    await app.answerSaveDialog(path);
    await window.getByRole('button', { name: 'Files and deleting' }).click();
    await window.getByRole('menuitem', { name: 'Write this KPI to a file…' }).click();
    await expect
      .poll(() =>
        readFile(path, 'utf8').then(
          (text) => JSON.parse(text).formula,
          () => null,
        ),
      )
      .toBe('revenue / kpi');
    await window.getByRole('button', { name: 'Files and deleting' }).click();
    await window.getByRole('menuitem', { name: 'Delete' }).click();
    await window.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await expect(window.getByRole('heading', { name: 'KPIs' })).toBeVisible();
    await window.keyboard.press('Control+z');
    await runCommand(window, 'Revenue per meeting');
    await expect(window.getByRole('heading', { name: 'Revenue per meeting' })).toBeVisible();
  });
  expect(app.problems).toEqual([]);
});
