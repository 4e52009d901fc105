const longestTag = 1000;

/** The rows of a sheet that are hidden, by hand, by a filter or by a fold, from 0: ECMA-376 part 1, 18.3.1.73. */
export function hiddenRowsIn(xml: Buffer): ReadonlySet<number> {
  const hidden = new Set<number>();
  let at = xml.indexOf('hidden=');
  while (at >= 0) {
    const value = xml[at + 'hidden="'.length];
    const start = xml.lastIndexOf('<', at);
    // `1` or `true`; a column's tag says `hidden` as well.
    if ((value === 0x31 || value === 0x74) && at - start < longestTag) {
      const end = xml.indexOf('>', at);
      const tag = xml.toString('latin1', start, end < 0 ? at : end);
      const number = /^<(?:\w+:)?row\s(?:[^>]*\s)?r=["'](\d+)["']/.exec(tag)?.[1];
      if (number !== undefined) hidden.add(Number(number) - 1);
    }
    at = xml.indexOf('hidden=', at + 1);
  }
  return hidden;
}
