import { describe, expect, it } from 'vitest';
import { reply, run, useCrmDesk } from '../command-line.fixture';

describe('forecast', () => {
  const desk = useCrmDesk();

  it('has the funnel by stage, and forecasts from the last day of the data', async () => {
    expect(await reply('kpi', desk.workspace, '--kpi', 'funnel', '--by', 'stage')).toMatchObject({
      kpis: [
        {
          rows: [
            { key: 'Prospecting', beside: { deals: 500 } },
            { key: 'Engaging', beside: { deals: 1589 } },
            { key: 'Won', beside: { deals: 4238 } },
            { key: 'Lost', beside: { deals: 2473 } },
          ],
        },
      ],
    });
    expect(await reply('forecast', desk.workspace)).toMatchObject({
      progress: { asOf: '2017-12-31', openMonth: '2018-01', model: { months: 10 } },
      attainment: { from: '2018-01-01', to: '2018-03-31', total: { quota: null, booked: 0 } },
    });
    const written = await run('forecast', desk.workspace);
    expect(written.stdout).toContain('exponential smoothing, as there is less than 15 months of history');
  });
});
