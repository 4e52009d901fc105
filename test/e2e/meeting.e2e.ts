import { expect, test } from './app';

test('a manager sets a target, moves a quota and a price, and compares', async ({ app }) => {
  const { window } = app;
  await window.getByRole('button', { name: 'Open the sample' }).click();
  await expect(window.getByRole('heading', { name: 'KPIs', level: 1 })).toBeVisible();

  await test.step('a target shows on the dashboard', async () => {
    await window.keyboard.press('Control+4');
    const form = window.getByRole('form', { name: 'New target' });
    await form.getByRole('combobox', { name: 'KPI' }).click();
    await window.getByRole('option', { name: 'Average deal size' }).click();
    await form.getByRole('textbox', { name: 'Target', exact: true }).fill('75000');
    await window.keyboard.press('Enter');
    await expect(window.getByRole('row').filter({ hasText: 'Average deal size' })).toContainText(
      'Off target',
    );
    await window.keyboard.press('Control+3');
    const card = window.getByRole('article').filter({ hasText: 'Average deal size' });
    await expect(card).toContainText('NOK 75,000');
    await expect(card).toContainText('Off target');
  });

  await test.step('levers move the outcome at once, by keyboard, beside the base', async () => {
    await window.keyboard.press('Control+5');
    await window.getByRole('button', { name: 'More for this scenario' }).click();
    await window.getByRole('menuitem', { name: 'New scenario' }).click();
    await window.getByRole('button', { name: 'Change quotas' }).click();
    const quotas = window.getByRole('group', { name: /All quotas/ });
    const attainment = window.locator('[data-kpi="quota_attainment"]');
    const before = await attainment.innerText();
    await quotas.getByRole('slider').focus();
    await window.keyboard.press('Home');
    await expect(quotas).toContainText(/All quotas [-−]50%/);
    await expect(attainment).not.toHaveText(before);
    await expect(attainment).toContainText('▲');

    await window.getByRole('button', { name: 'Change prices' }).click();
    const prices = window.getByRole('group', { name: /All prices/ });
    await prices.getByLabel('Elasticity').fill('-1.5');
    await prices.getByRole('slider').focus();
    for (let step = 0; step < 5; step += 1) await window.keyboard.press('ArrowRight');
    const revenue = window.locator('[data-kpi="revenue"]');
    // 1.05 ^ (1 − 1.5) = 0.9759: revenue falls by 2.4 %.
    await expect(revenue).toContainText('▼');
    await expect(revenue).toContainText('was NOK');
    await window.getByRole('tab', { name: 'All KPIs' }).click();
    const row = window.getByRole('row').filter({ hasText: 'Revenue' }).first();
    await expect(row).toContainText('2.4%');
  });

  await test.step('a goal is sought, and its answer put in', async () => {
    await window.getByRole('tab', { name: 'Goal' }).click();
    const goal = window.getByRole('textbox', { name: 'Goal' });
    await goal.fill('90');
    const answer = window.getByRole('status').filter({ hasText: 'brings Quota attainment to 90%' });
    await expect(answer).toBeVisible();
    await window.getByRole('button', { name: 'Use this value' }).click();
    await expect(window.locator('[data-kpi="quota_attainment"]')).toContainText('90%');
  });

  await test.step('each lever has its step from the base to the scenario', async () => {
    await window.getByRole('tab', { name: 'Steps' }).click();
    await expect(window.getByRole('row').filter({ hasText: /All quotas/ })).toContainText(/[▲▼]/);
    await expect(window.getByRole('row').filter({ hasText: 'Scenario' }).last()).toContainText('90%');
  });

  await test.step('one lever can be switched off', async () => {
    const prices = window.getByRole('group', { name: /All prices/ });
    await prices.getByRole('switch', { name: 'In use' }).press('Space');
    await expect(window.locator('[data-kpi="revenue"]')).toContainText('unchanged');
  });

  await test.step('the scenario is kept', async () => {
    const quotas = window.getByRole('group', { name: /^All quotas/ }).getByText(/^All quotas [-−]\d/);
    const sought = await quotas.innerText();
    await window.keyboard.press('Control+3');
    await expect(window.getByRole('heading', { name: 'KPIs', level: 1 })).toBeVisible();
    await window.keyboard.press('Control+5');
    const prices = window.getByRole('group', { name: /All prices/ });
    await expect(prices.getByLabel('Elasticity')).toHaveValue('-1.5');
    await expect(prices.getByRole('switch', { name: 'In use' })).not.toBeChecked();
    await expect(quotas).toHaveText(sought);
  });
});
