import { expect, runCommand, test } from './app';

test('an analyst follows deals through the funnel, compares sources and looks ahead', async ({ app }) => {
  const { window } = app;
  await window.getByRole('button', { name: 'Open the sample' }).click();
  await expect(window.getByRole('heading', { name: 'KPIs', level: 1 })).toBeVisible();
  const open = async (kpi: string) => {
    await runCommand(window, kpi);
    await expect(window.getByRole('heading', { name: kpi, level: 1 })).toBeVisible();
  };

  await test.step('the stages come in the order of the sale, and in any other that is chosen', async () => {
    await open('Sales funnel');
    const funnel = window.getByRole('region', { name: 'From stage to stage' });
    const stages = funnel.getByRole('rowheader');
    const usual = ['Kvalifisering', 'Behov avklart', 'Tilbud sendt', 'Forhandling', 'Vunnet', 'Tapt'];
    await expect(stages).toHaveText(usual);
    await funnel.getByRole('button', { name: 'Change the order' }).click();
    await funnel.getByRole('button', { name: 'Tilbud sendt one up' }).click();
    await expect(stages).toHaveText([
      'Kvalifisering',
      'Tilbud sendt',
      'Behov avklart',
      'Forhandling',
      'Vunnet',
      'Tapt',
    ]);
    await window.keyboard.press('Control+z');
    await expect(stages).toHaveText(usual);
  });

  await test.step('a source differs from the others, or chance could have made it', async () => {
    await open('Lead conversion rate');
    const sources = window.getByRole('region', { name: 'Lead sources compared' });
    await expect(sources.getByRole('row').filter({ hasText: 'Anbefaling' })).toContainText(
      'Better than the others',
    );
    await expect(sources.getByRole('row').filter({ hasText: 'LinkedIn' })).toContainText(
      'No difference that chance could not make',
    );
  });

  await test.step('revenue and quotas are forecast', async () => {
    await open('Monthly sales progress');
    const year = window.getByRole('region', { name: 'Forecast of 2026' }).first();
    await expect(year).toContainText('Forecast by Holt-Winters from 24 complete months');
    await expect(year).toContainText('Nov 2026 (open)');
    await open('Quota attainment');
    const quotas = window.getByRole('region', { name: 'Forecast of attainment, 2026' }).first();
    await expect(quotas.getByRole('row').filter({ hasText: 'Kari Nygård' })).toContainText('5,407,000');
  });
});
