import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { QuotabenchError } from '@shared/model/error';
import { describe, expect, it } from 'vitest';
import { codeOf, corpus, importDesk } from './import-desk.fixture';
import { inspectSource } from './inspect-source';

const desk = importDesk();

describe('rows that cannot be read are named', () => {
  const files: readonly (readonly [string, number, readonly (readonly unknown[])[]])[] = [
    [
      'exports/celler-med-feil.csv',
      3,
      [
        [2, 'Ordredato', '31.02.2026', 'cellNotDate'],
        [3, 'Beløp', 'mye', 'cellNotNumber'],
        [6, 'Beløp', '#I/T', 'cellIsError'],
      ],
    ],
    ['exports/ragged.csv', 2, [[3, 'Amount', null, 'amountMissing']]],
    [
      'written/formula-errors.xlsx',
      4,
      [
        [3, 'Amount', '#DIV/0!', 'cellIsError'],
        [5, 'Order Date', '#VALUE!', 'cellIsError'],
      ],
    ],
    [
      'libreoffice/formula-errors.ods',
      4,
      [
        [3, 'Amount', '#DIV/0!', 'cellIsError'],
        [5, 'Order Date', '#VALUE!', 'cellIsError'],
      ],
    ],
    ['written/dates-of-three-kinds.xlsx', 3, [[5, 'Dato', '', 'cellRequired']]],
    [
      'written/dates-beyond-calendar.xlsx',
      1,
      [
        [2, 'Ordredato', '-5', 'cellNotDate'],
        [4, 'Ordredato', '2958466', 'cellNotDate'],
      ],
    ],
    [
      'written/formula-texts.xlsx',
      1,
      [
        [3, 'Beløp', '#DIV/0!', 'cellIsError'],
        [4, 'Beløp', null, 'amountMissing'],
      ],
    ],
  ];

  it.each(files)('%s', async (name, inserted, expected) => {
    const { batch, rejects } = await desk.importFile({ path: join(corpus, name) });
    expect(batch.inserted).toBe(inserted);
    expect(rejects.map(({ row, column, value, reason }) => [row, column, value, reason.code])).toEqual(
      expected,
    );
  });

  it('even where no cell of a needed column can be read', async () => {
    const path = desk.write('one.csv', 'Order date,Customer,Amount\nsoon,A,5\n');
    const { rejects } = await desk.importFile({ path });
    expect(rejects).toMatchObject([
      { row: 2, column: 'Order date', value: 'soon', reason: { code: 'cellNotDate' } },
    ]);
  });
});

describe('what is left out is said', () => {
  it.each([
    ['exports/total-and-remark.csv', ['noteTotalsLeftOut', 'noteRemarksLeftOut']],
    ['exports/salesforce-report.csv', ['noteRemarksLeftOut']],
    ['exports/ambiguous-dates.csv', ['noteDayFirst']],
    ['written/title-and-totals.xlsx', ['noteTitleRows', 'noteTotalsLeftOut']],
  ])('%s', async (name, codes) => {
    const { notes } = await inspectSource({ path: join(corpus, name) });
    expect(notes.map(({ code }) => code)).toEqual(codes);
  });
});

describe('files that hold no table are refused by name, and nothing is half in', () => {
  it.each([
    ['json.csv', 'sourceNotTable'],
    ['pdf.xlsx', 'sourceNotText'],
    ['web-page.csv', 'sourceDamaged'],
    ['quote-not-closed.csv', 'quoteNotClosed'],
    ['row-beyond-limits.xlsx', 'sourceDamaged'],
    ['half-a-file.xlsx', 'sourceDamaged'],
    ['without-its-end.xlsx', 'sourceDamaged'],
  ])('%s', async (name, code) => {
    expect(await codeOf(() => desk.importFile({ path: join(corpus, 'written', name) }))).toBe(code);
    expect([desk.session.revision, desk.tuples('SELECT count(*) FROM import_batch')]).toEqual([0, [[0]]]);
  });

  it('a row of more columns than any spreadsheet has', async () => {
    const path = desk.write('wide.csv', `${'a,'.repeat(100_000)}\n${'1,'.repeat(100_000)}\n`);
    expect(await codeOf(() => desk.importFile({ path }))).toBe('sourceTooWide');
  });
});

describe('the awkward files', () => {
  const files = readdirSync(corpus, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^(README\.md|LICENSE\.txt)$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name));

  it('are at least 120', () => {
    expect(files.length).toBeGreaterThanOrEqual(120);
  });

  it.each(files.map((path) => [path.slice(corpus.length + 1), path]))(
    '%s is read or refused with a reason',
    async (_name, path) => {
      const outcome = await inspectSource({ path }).then(
        (inspection) => inspection.sheet.length > 0,
        (error: unknown) => error instanceof QuotabenchError && error.code !== 'unexpected',
      );
      expect(outcome).toBe(true);
    },
  );
});
