import { expect, pickByTyping, test } from './app';

test('a manager arranges dashboards, compares, reviews in a meeting and talks with a rep', async ({
  app,
}) => {
  const { window } = app;
  const names = () => window.getByRole('article').locator('button:first-child').allInnerTexts();
  const order = async () => (await names()).filter((name) => name !== '');
  const said = window.locator('[aria-live="assertive"]');
  await window.getByRole('button', { name: 'Open the sample' }).click();
  await expect(window.getByRole('article').first()).toBeVisible();

  await test.step('a card is moved by keyboard, which is read out and can be undone', async () => {
    await window.getByRole('button', { name: 'Move Revenue' }).press('Space');
    await expect(said.filter({ hasText: /^Revenue is .* place 1 of 10\.$/ })).toHaveCount(1);
    await window.keyboard.press('ArrowRight');
    await expect(said.filter({ hasText: 'Revenue is over place 2 of 10.' })).toHaveCount(1);
    await window.keyboard.press('Space');
    await expect.poll(async () => (await order()).slice(0, 2)).toEqual(['Bookings', 'Revenue']);
    await expect(window.getByRole('button', { name: 'Move Revenue' })).toBeFocused();
    await window.keyboard.press('Control+z');
    await expect.poll(async () => (await order())[0]).toBe('Revenue');
  });

  await test.step('a second dashboard is made, chosen and gone again with undo', async () => {
    await window.getByRole('button', { name: 'New dashboard' }).click();
    await window.getByRole('textbox', { name: 'Name' }).fill('Monday');
    await window.getByRole('radio', { name: 'Review' }).check();
    await window.keyboard.press('Enter');
    await expect(window.getByRole('tab', { name: 'Monday' })).toHaveAttribute('aria-selected', 'true');
    await expect.poll(order).toHaveLength(6);
    await window.keyboard.press('Control+z');
    await expect(window.getByRole('tab', { name: 'Monday' })).toHaveCount(0);
  });

  await test.step('another comparison shows on every card', async () => {
    await window.getByRole('button', { name: /^Period: / }).press('ArrowLeft');
    const cards = window.getByRole('article');
    await expect(cards.filter({ hasText: '2024' })).toHaveCount(10);
    await window.getByRole('combobox', { name: 'Compare with' }).click();
    await window.getByRole('option', { name: 'No comparison' }).click();
    await expect(cards.filter({ hasText: '2024' })).toHaveCount(0);
    await window.getByRole('combobox', { name: 'Compare with' }).click();
    await window.getByRole('option', { name: /^vs last year/ }).click();
    await window.getByRole('button', { name: /^Period: / }).press('ArrowRight');
    await expect(cards.filter({ hasText: 'vs 2025' })).toHaveCount(10);
  });

  await test.step('an alert opens its page narrowed to its team, and the way back widens again', async () => {
    await window.getByRole('button', { name: /^Nord: 4 of 4 reps under quota/ }).click();
    await expect(window.getByRole('heading', { name: 'Quota attainment', level: 1 })).toBeVisible();
    await expect(window.getByRole('region', { name: 'Only' })).toContainText('Team: Nord');
    await window.keyboard.press('Escape');
    await expect(window.getByRole('article').first()).toBeVisible();
    await expect(window.getByRole('region', { name: 'Only' })).toHaveCount(0);
  });

  await test.step('a review goes through the KPIs by key', async () => {
    await window.keyboard.press('F5');
    const heading = window.getByRole('heading', { level: 1 });
    await expect(heading).toHaveText('Revenue');
    await window.keyboard.press('PageDown');
    await expect(heading).toHaveText('Bookings');
    await window.keyboard.press('End');
    await expect(heading).toHaveText('Price index');
    await window.keyboard.press('Home');
    await expect(heading).toHaveText('Revenue');
    await window.keyboard.press('Escape');
    await expect(heading).toHaveText('KPIs');
  });

  await test.step('a rep is opened from a row, and the next one by key', async () => {
    await window.getByRole('article').getByRole('button', { name: 'Quota attainment', exact: true }).click();
    await window.getByRole('button', { name: 'One-to-one with Ingrid Solberg' }).click();
    await expect(window.getByRole('heading', { name: 'Ingrid Solberg', level: 2 })).toBeVisible();
    await expect(window.getByRole('region', { name: 'Skill gap' }).getByRole('row')).not.toHaveCount(0);
    await window.keyboard.press('Control+PageDown');
    await expect(window.getByRole('heading', { name: 'Jonas Aune', level: 2 })).toBeVisible();
    await pickByTyping(window.getByRole('combobox', { name: 'Rep' }), 'Kari', 'Kari Nygård');
    await expect(window.getByRole('heading', { name: 'Kari Nygård', level: 2 })).toBeVisible();
  });
});
