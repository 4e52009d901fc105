import { expect, test } from './app';

test('a manager looks at prices, doubts an elasticity, and makes a scenario of a price', async ({ app }) => {
  const { window } = app;
  await window.getByRole('button', { name: 'Open the sample' }).click();
  await expect(window.getByRole('heading', { name: 'KPIs', level: 1 })).toBeVisible();
  await window.keyboard.press('Control+9');
  await expect(window.getByRole('heading', { name: 'Pricing', level: 1 })).toBeVisible();

  await window.getByRole('button', { name: 'Pumpe P200', exact: true }).click();
  const panel = window.getByRole('region', { name: 'Pumpe P200' });
  await expect(panel).toContainText('from 24 months');

  await test.step('an own elasticity counts before that of the orders', async () => {
    await panel.getByRole('textbox', { name: 'Your own elasticity' }).fill('-2');
    await window.keyboard.press('Tab');
    await expect(panel).toContainText('Your own figure: -2');
  });

  await test.step('the outcome answers while the price moves', async () => {
    await panel.getByRole('textbox', { name: 'Change of the price' }).fill('10');
    // 1.1 ^ −2 = 0.8264: of 404 units 333.9 are left.
    await expect(panel).toContainText('was 404');
    await expect(panel).toContainText('334');
  });

  await test.step('and becomes a scenario', async () => {
    await panel.getByRole('button', { name: 'Make a scenario of it' }).click();
    await expect(window.getByRole('heading', { name: 'What-if', level: 1 })).toBeVisible();
    await expect(window.getByRole('group', { name: /Price.*Pumpe P200.*10%/ })).toBeVisible();
  });
});
