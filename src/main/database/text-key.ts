/**
 * The last letters of the Norwegian alphabet, with the Swedish and German ones that sort with them, as characters of Unicode's private
 * area: these follow the letters of all alphabets and stand for nothing else.
 */
const lastLetters: Readonly<Record<string, string>> = {
  æ: '\uE000',
  ä: '\uE000',
  ø: '\uE001',
  ö: '\uE001',
  å: '\uE002',
};

const plain = /^\p{ASCII}*$/u;

/**
 * What text is sorted, searched and compared by: without regard to capitals and accents, and with æ, ø and å as letters of their own
 * after z, as in Norwegian. Keys compare by their code points, as SQLite compares text. Numbers are taken as text; an empty cell has
 * no key.
 */
export function textKey(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const text = String(value).toLowerCase();
  if (plain.test(text)) return text;
  return text
    .normalize('NFC')
    .replace(/[æäøöå]/g, (letter) => lastLetters[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '');
}

/** What cells that may be numbers or text are sorted by: numbers by their size, and before text. */
export function mixedKey(value: unknown): number | string | null {
  return typeof value === 'number' ? value : textKey(value);
}
