/**
 * Up to where the bytes of a sheet hold whole rows and cells, when more are to come: behind the last end of a cell or row, or all of
 * them where the cells end within. 0 where nothing is whole yet.
 */
export function completeEnd(xml: Buffer): number {
  const limit = Math.max(endOf(xml, '</c>'), endOf(xml, '</row>')) || endOfEmpty(xml);
  const close = xml.indexOf('</sheetData', limit);
  return close >= 0 && xml.indexOf('>', close) >= 0 ? xml.length : limit;
}

function endOf(xml: Buffer, tag: string): number {
  const at = xml.lastIndexOf(tag);
  return at < 0 ? 0 : at + tag.length;
}

/** The end of the last cell or row without content. */
function endOfEmpty(xml: Buffer): number {
  const close = xml.lastIndexOf('/>');
  const opening = close < 0 ? -1 : xml.lastIndexOf('<', close);
  const name = opening < 0 ? '' : xml.toString('latin1', opening, opening + 5);
  return /^<(c|row)[\s/]/.test(name) ? close + 2 : 0;
}
