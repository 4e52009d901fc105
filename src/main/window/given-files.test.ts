import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { givenFiles } from './given-files';

describe('the files that the app is started with', () => {
  it('are workspaces and spreadsheets, wherever they lie', () => {
    const args = [
      '/opt/quotabench',
      '.',
      '--no-sandbox',
      'Salg.QBENCH',
      '/data/ordrer.xlsx',
      '/data/notes.pdf',
    ];
    expect(givenFiles(args, '/home/kari')).toEqual({
      workspace: resolve('/home/kari/Salg.QBENCH'),
      sources: [resolve('/data/ordrer.xlsx')],
    });
  });

  it('are none without arguments', () => {
    expect(givenFiles(['/opt/quotabench'], '/home/kari')).toEqual({ workspace: null, sources: [] });
  });
});
