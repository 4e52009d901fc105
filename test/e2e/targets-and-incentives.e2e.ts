import { expect, test } from './app';

test('targets are pasted and spread in a grid, and a plan pays by its steps', async ({ app }) => {
  const { window } = app;
  await window.getByRole('button', { name: 'Open the sample' }).click();
  await expect(window.getByRole('heading', { name: 'KPIs', level: 1 })).toBeVisible();
  const cell = (row: number, column: string) =>
    window.locator(`.ag-row[row-index="${row}"] [col-id="${column}"]`);

  await test.step('what is pasted for the teams leaves a gap to the whole', async () => {
    await window.keyboard.press('Control+4');
    await window.getByText('Grid', { exact: true }).click();
    await cell(1, '2026').click();
    await window.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', '20,000,000\r\n25,000,000\r\n10,000,000');
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    });
    await expect(window.getByText('NOK 5M not given out')).toBeVisible();
    await expect(window.getByRole('cell', { name: 'not set' })).toBeVisible();
  });

  await test.step('the total is spread so that nothing is left, and that is one step to undo', async () => {
    await cell(0, '2026').click();
    await window.getByRole('button', { name: 'Spread a total…' }).click();
    await window.getByRole('button', { name: 'Set 3 targets' }).click();
    await expect(window.getByRole('dialog')).toHaveCount(0);
    await expect(window.getByText('NOK 5M not given out')).toHaveCount(0);
    await window.keyboard.press('Control+z');
    await expect(window.getByText('NOK 5M not given out')).toBeVisible();
  });

  await test.step('a plan whose tiers fall is refused, and a good one pays', async () => {
    await window.keyboard.press('Control+8');
    await window.getByRole('button', { name: 'New plan' }).click();
    const form = window.getByRole('form', { name: 'New plan' });
    await form.getByRole('textbox', { name: 'Name' }).fill('Kari');
    await form.getByText('Reps', { exact: true }).click();
    await form.getByRole('combobox', { name: 'Which reps' }).click();
    await window.getByRole('option', { name: 'Kari Nygård' }).click();
    await form.getByRole('button', { name: 'Add a tier' }).click();
    await form.getByRole('textbox', { name: 'Where tier 2 begins' }).fill('90');
    await form.getByRole('textbox', { name: 'Rate of tier 2' }).fill('9');
    await expect(form.getByText('Tier 2 must begin above the tier before it.')).toBeVisible();
    await form.getByRole('textbox', { name: 'Where tier 2 begins' }).fill('110');
    // 1,000,000 × 4 % + 100,000 × 6 % + 100,000 × 9 % of the example's 1,200,000.
    await expect(form.getByText('Payout: NOK 55,000')).toBeVisible();
    await form.getByRole('button', { name: 'Save plan' }).click();
    await expect(form).toHaveCount(0);
    await window.getByRole('button', { name: 'Close' }).click();
    await window.getByRole('button', { name: 'Kari Nygård' }).first().click();
    await expect(window.getByText(/^Above 110% of quota, accelerated: .* × 9% = /)).toBeVisible();
  });
});
