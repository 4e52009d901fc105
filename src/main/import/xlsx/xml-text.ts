const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Text of an element or attribute: line ends as XML 1.0 (2.11) reads them, without entities, and without the `_x000D_` that
 * Excel writes for control characters.
 */
export function unescapeXml(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  const plain = lines.includes('&')
    ? lines.replace(
        /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\da-fA-F]{1,6}));/g,
        (whole, name, decimal, hex) =>
          name === undefined ? characterOf(decimal, hex, whole) : (named[String(name)] ?? whole),
      )
    : lines;
  return plain.includes('_x')
    ? plain.replace(/_x([\da-fA-F]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(String(hex), 16)))
    : plain;
}

function characterOf(decimal: string | undefined, hex: string | undefined, whole: string): string {
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

/** The attributes of a start tag such as `<sheet name="A" r:id="rId1"/>`, by their names without prefix. */
export function attributesOf(tag: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', double, single] of tag.matchAll(/([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    found.set(name.slice(name.indexOf(':') + 1), unescapeXml(double ?? single ?? ''));
  }
  return found;
}

/** The text of a `<si>` or `<is>`: that of all its runs, without the reading aids of East Asian text. */
export function textOfRuns(xml: string): string {
  // Nearly all are one plain run.
  if (xml.startsWith('<t>') && xml.indexOf('<', 3) === xml.length - 4) return unescapeXml(xml.slice(3, -4));
  const runs = xml.includes('<rPh') ? xml.replace(/<rPh[\s>][\s\S]*?<\/rPh>/g, '') : xml;
  let text = '';
  for (const [, content = ''] of runs.matchAll(/<t(?:\s[^>]*)?>([\s\S]*?)<\/t>/g)) text += content;
  return unescapeXml(text);
}
