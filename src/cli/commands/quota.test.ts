import { describe, expect, it } from 'vitest';
import { reply, useCrmDesk } from '../command-line.fixture';

describe('quota', () => {
  const desk = useCrmDesk();

  it('replaces a quota of the same rep and period', async () => {
    await reply('quota', desk.workspace, 'set', '--rep', 'Anna Snelling', '--period', 'Q1 2017', '1 000,50');
    await reply('quota', desk.workspace, 'set', '--rep', 'Anna Snelling', '--period', '2017-Q1', '2000');
    expect(await reply('quota', desk.workspace, 'list')).toEqual({
      quotas: [{ rep: 'Anna Snelling', team: null, period: '2017-Q1', measure: 'bookings', amount: 2000 }],
    });
  });
});
