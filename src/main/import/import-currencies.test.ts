import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { importDesk } from './import-desk.fixture';

const desk = importDesk();
const rows = (sql: string) => desk.session.connection.rows(sql);

describe('rejected amounts', () => {
  it('are those in another currency than the workspace, unless it is empty and the file has one currency', async () => {
    const euro = desk.write(
      'euro.csv',
      'Order date,Customer,Amount,Currency\n2026-01-01,A,5,EUR\n2026-01-02,A,6,EUR\n',
    );
    await desk.importFile({ path: euro });
    expect(desk.session.options.currency).toBe('EUR');
    const mixed = desk.write(
      'mixed.csv',
      'Order date,Customer,Amount,Currency\n2026-01-01,A,5,EUR\n2026-01-02,A,6,SEK\n',
    );
    const { rejects } = await desk.importFile({ path: mixed });
    expect(rejects.map(({ row, reason }) => [row, reason.code])).toEqual([[3, 'otherCurrency']]);
  });

  it('are those whose amount bears the mark of another currency, unless the workspace is empty and all bear the same', async () => {
    const amounts = (...texts: string[]) =>
      `Ordredato;Kunde;Beløp\n${texts.map((text) => `2026-01-01;A;${text}\n`).join('')}`;
    await desk.importFile({ path: desk.write('norsk.csv', amounts('kr 100', '100,50', 'NOK 7')) });
    const { rejects } = await desk.importFile({
      path: desk.write('mixed.csv', amounts('€ 1 234,50', 'kr 100', '$ 5', 'SEK 10', '7')),
    });
    expect(rejects.map(({ row, column, reason }) => [row, column, reason])).toEqual(
      [
        [2, '€'],
        [4, '$'],
        [5, 'SEK'],
      ].map(([row, currency]) => [
        row,
        'Beløp',
        { code: 'otherCurrency', parameters: { currency, workspace: 'NOK' } },
      ]),
    );
    desk.session.undo();
    desk.session.undo();
    await desk.importFile({ path: desk.write('euro.csv', amounts('€ 1 234,50', '100', '7 EUR')) });
    expect(desk.session.options.currency).toBe('EUR');
    expect(rows('SELECT amount FROM orders ORDER BY id')).toEqual([
      { amount: 1234.5 },
      { amount: 100 },
      { amount: 7 },
    ]);
  });

  it.each(['xlsx', 'xlsb', 'biff8'] as const)(
    'are those whose number format shows another currency, in a workbook of %s',
    async (bookType) => {
      const amounts = (name: string, ...formats: string[]) => {
        const table = formats.map((_, at) => [`2026-01-0${at + 1}`, 'A', 100 + at]);
        const sheet = XLSX.utils.aoa_to_sheet([['Ordredato', 'Kunde', 'Beløp'], ...table]);
        for (const [at, format] of formats.entries()) sheet[`C${at + 2}`].z = format;
        const book = XLSX.utils.book_new(sheet, 'Ordrer');
        return desk.write(name, XLSX.write(book, { type: 'buffer', bookType }) as Buffer);
      };
      const [none, kroner, euro] = ['#,##0.00', '#,##0.00\\ [$kr-414]', '[$€-2]\\ #,##0.00'] as const;
      await desk.importFile({ path: amounts('norsk', none, kroner) });
      const { rejects } = await desk.importFile({
        path: amounts('blandet', none, euro, kroner, '[$kr-41D]\\ #,##0', '"£"#,##0'),
      });
      expect(rejects.map(({ row, value, reason: { parameters } }) => [row, value, parameters])).toEqual([
        [3, '101', { currency: '€', workspace: 'NOK' }],
        [5, '103', { currency: 'SEK', workspace: 'NOK' }],
        [6, '104', { currency: '£', workspace: 'NOK' }],
      ]);
      desk.session.undo();
      desk.session.undo();
      await desk.importFile({ path: amounts('euro', euro, none) });
      expect(desk.session.options.currency).toBe('EUR');
    },
  );

  it('are those that name or show another currency, in a sheet as LibreOffice writes it', async () => {
    const amount = (value: number, style: string) =>
      `<table:table-row><table:table-cell office:value-type="date" office:date-value="2026-01-0${value}"><text:p>2026-01-0${value}</text:p></table:table-cell>
       <table:table-cell office:value-type="string"><text:p>A</text:p></table:table-cell>
       <table:table-cell ${style} office:value="${value}"><text:p>${value}</text:p></table:table-cell></table:table-row>`;
    const headings = ['Ordredato', 'Kunde', 'Beløp'].map(
      (heading) =>
        `<table:table-cell office:value-type="string"><text:p>${heading}</text:p></table:table-cell>`,
    );
    const path = desk.write(
      'valuta.fods',
      `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles><number:currency-style style:name="N1"><number:number number:decimal-places="2" number:min-integer-digits="1" number:grouping="true"/><number:text> </number:text><number:currency-symbol number:language="de" number:country="DE">€</number:currency-symbol></number:currency-style>
<style:style style:name="ce1" style:family="table-cell" style:data-style-name="N1"/></office:automatic-styles>
<office:body><office:spreadsheet><table:table table:name="Ordrer"><table:table-row>${headings.join('')}</table:table-row>
${amount(1, 'office:value-type="float"')}
${amount(2, 'table:style-name="ce1" office:value-type="currency" office:currency="EUR"')}
${amount(3, 'table:style-name="ce1" office:value-type="currency"')}
${amount(4, 'office:value-type="currency" office:currency="SEK"')}
${amount(5, 'office:value-type="currency" office:currency="NOK"')}
</table:table></office:spreadsheet></office:body></office:document>`,
    );
    await desk.importFile({ path: desk.write('norsk.csv', 'Ordredato;Kunde;Beløp', '2026-01-01;A;kr 100') });
    const { rejects } = await desk.importFile({ path });
    expect(rejects.map(({ row, reason }) => [row, reason.parameters])).toEqual([
      [3, { currency: 'EUR', workspace: 'NOK' }],
      [4, { currency: '€', workspace: 'NOK' }],
      [5, { currency: 'SEK', workspace: 'NOK' }],
    ]);
  });
});
