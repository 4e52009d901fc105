import { expect, test, writeOver } from './app';

test('a manager plans quotas: locks one, has enough reps reach theirs, and writes them', async ({ app }) => {
  const { window } = app;
  await window.getByRole('button', { name: 'Open the sample' }).click();
  await expect(window.getByRole('heading', { name: 'KPIs', level: 1 })).toBeVisible();
  await window.keyboard.press('Control+7');
  await expect(window.getByRole('heading', { name: 'Quota plan', level: 1 })).toBeVisible();
  const outlook = window.getByRole('region', { name: 'What is expected of it' });

  await test.step('the total is spread exactly, and a typed quota is locked', async () => {
    await window.getByRole('textbox', { name: 'Total', exact: true }).fill('60000000');
    await expect(outlook).toContainText('NOK 60M');
    const cell = window
      .getByRole('row', { name: /Henrik Lund/ })
      .getByRole('gridcell')
      .nth(1);
    await writeOver(cell, '5000000');
    await expect(cell).toHaveText('5,000,000');
    await expect(outlook).toContainText('NOK 60M');
  });

  await test.step('quotas are proposed for a wanted share of reps, and taken over', async () => {
    const proposal = window.getByRole('region', { name: 'Quotas that enough reps can reach' });
    await proposal.getByRole('textbox', { name: 'Reps at quota' }).fill('80');
    await expect(proposal.getByRole('status')).toContainText('10 are wanted');
    await proposal.getByRole('button', { name: 'Use these quotas' }).click();
    await expect(proposal.getByRole('status')).toContainText('nothing has to move');
  });

  await test.step('the plan becomes the quotas, and undo takes it back', async () => {
    await window.getByRole('button', { name: 'Write to the quotas' }).click();
    await window.getByRole('dialog').getByRole('button', { name: 'Write to the quotas' }).click();
    const undo = window.getByRole('button', { name: 'Undo: 48 quotas from the plan' });
    await expect(undo).toBeEnabled();
    await undo.click();
    await expect(window.getByRole('button', { name: /^Redo/ })).toBeEnabled();
  });
});
