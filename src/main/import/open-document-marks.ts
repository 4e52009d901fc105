/** What is hidden in a sheet of OpenDocument. */
export interface SheetMarks {
  readonly hidden: boolean;
  /** From 0. */
  readonly hiddenRows: ReadonlySet<number>;
}

/** Longer runs of hidden rows are the empty rest of a sheet. */
const longestRun = 100_000;

/**
 * What the sheets of an OpenDocument spreadsheet hide, in their order: OpenDocument 1.3 part 3, 19.749 (`table:visibility`) and 20.279
 * (`table:display`). The general reader does not tell.
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
  const sheets: { hidden: boolean; hiddenRows: Set<number> }[] = [];
  let row = 0;
  for (const [tag, name] of xml.matchAll(/<table:(table|table-row)(?=[\s/>])[^>]*>/g)) {
    if (name === 'table') {
      const style = /table:style-name="([^"]*)"/.exec(tag)?.[1] ?? '';
      sheets.push({ hidden: hiddenStyles.has(style), hiddenRows: new Set() });
      row = 0;
      continue;
    }
    const repeat = Number(/number-rows-repeated="(\d+)"/.exec(tag)?.[1] ?? 1);
    const isHidden = /table:visibility="(?:collapse|filter)"/.test(tag);
    for (let at = 0; isHidden && at < Math.min(repeat, longestRun); at += 1)
      sheets.at(-1)?.hiddenRows.add(row + at);
    row += repeat;
  }
  return sheets;
}
