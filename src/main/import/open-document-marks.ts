import { placeOf } from './sheet-rows';

/** What is hidden in a sheet of OpenDocument, and in which currencies its amounts are. */
export interface SheetMarks {
  readonly hidden: boolean;
  /** From 0. */
  readonly hiddenRows: ReadonlySet<number>;
  /** ISO 4217, by `placeOf`: of each cell that says it. */
  readonly currencies: ReadonlyMap<number, string>;
}

/** Longer runs of hidden rows are the empty rest of a sheet. */
const longestRun = 100_000;

/** A file can repeat a cell so often that there is no room for all; then the format speaks for the rest. */
const mostCurrencies = 1_000_000;

const sheetOrRow = /<table:(table|table-row)(?=[\s/>])[^>]*>/g;
const anyTag = /<table:(table|table-row|table-cell|covered-table-cell)(?=[\s/>])[^>]*>/g;

/**
 * What the sheets of an OpenDocument spreadsheet hide, in their order: OpenDocument 1.3 part 3, 19.749 (`table:visibility`) and 20.279
 * (`table:display`); and the currencies of cells (19.371, `office:currency`). The general reader does not tell.
 * @param xml `content.xml`, or a whole .fods.
 */
export function openDocumentMarks(xml: string): readonly SheetMarks[] {
  const hiddenStyles = new Set(
    Array.from(
      xml.matchAll(
        /<style:style\s[^>]*style:name="([^"]*)"[^>]*style:family="table"[^>]*>\s*<style:table-properties\s[^>]*table:display="false"/g,
      ),
      ([, name = '']) => name,
    ),
  );
  const sheets: { hidden: boolean; hiddenRows: Set<number>; currencies: Map<number, string> }[] = [];
  const tags = xml.includes('office:currency=') ? anyTag : sheetOrRow;
  let [row, rows, column, named] = [0, 1, 0, 0];
  for (const [tag, name] of xml.matchAll(tags)) {
    const sheet = sheets.at(-1);
    if (name === 'table') {
      const style = /table:style-name="([^"]*)"/.exec(tag)?.[1] ?? '';
      sheets.push({ hidden: hiddenStyles.has(style), hiddenRows: new Set(), currencies: new Map() });
      [row, rows] = [0, 0];
    } else if (name === 'table-row') {
      row += rows;
      rows = Number(/number-rows-repeated="(\d+)"/.exec(tag)?.[1] ?? 1);
      column = 0;
      const isHidden = /table:visibility="(?:collapse|filter)"/.test(tag);
      for (let at = 0; isHidden && at < Math.min(rows, longestRun); at += 1) sheet?.hiddenRows.add(row + at);
    } else {
      const columns = Number(/number-columns-repeated="(\d+)"/.exec(tag)?.[1] ?? 1);
      const currency = /office:currency="([A-Z]{3})"/.exec(tag)?.[1];
      if (currency !== undefined && named + rows * columns <= mostCurrencies) {
        named += rows * columns;
        for (let at = 0; at < rows * columns; at += 1)
          sheet?.currencies.set(placeOf(row + Math.floor(at / columns), column + (at % columns)), currency);
      }
      column += columns;
    }
  }
  return sheets;
}
