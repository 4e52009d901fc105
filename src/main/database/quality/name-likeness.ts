import { distance } from 'fastest-levenshtein';

/** From here on two names count as one: a slip in ten letters, or two in twenty. */
export const leastLikeness = 0.9;

/** What companies have behind or before their name, by which they are not told apart. */
const legalForms = new Set(
  'as asa ans da enk sa ba ks nuf ab hb oy oyj aps a/s gmbh ag kg ltd limited llc llp plc inc incorporated corp corporation co company bv nv sarl sas spa srl'.split(
    ' ',
  ),
);

/**
 * A person's name without what writers differ in: capitals, accents, punctuation, blanks and the order of the words (`Hansen, Kari`
 * is `Kari Hansen`).
 */
export function personKey(name: string): string {
  return wordsOf(name).sort().join(' ');
}

/** A company's or product's name in the same way, the order of its words kept and its legal form left out. */
export function companyKey(name: string): string {
  const words = wordsOf(name.replace(/(?<=^|\s)a\/s(?=\s|$)/gi, ' '));
  const telling = words.filter((word) => !legalForms.has(word));
  return (telling.length === 0 ? words : telling).join(' ');
}

const letters: Readonly<Record<string, string>> = {
  æ: 'ae',
  ø: 'o',
  å: 'a',
  ß: 'ss',
  đ: 'd',
  ł: 'l',
  œ: 'oe',
};

function wordsOf(name: string): string[] {
  return name
    .toLowerCase()
    .replace(/[æøåßđłœ]/g, (letter) => letters[letter] ?? letter)
    .replace(/aa/g, 'a')
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .replace(/(?<=\p{L})[.'’](?=\p{L})/gu, '')
    .replace(/&/g, ' og ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => (word === 'and' ? 'og' : word));
}

/**
 * How alike two keys are, 0 to 1: 1 − Levenshtein's distance / the longer one's length (Levenshtein 1966; normalised as in
 * Christen, "Data Matching", 2012, ch. 5.3). Keys whose numbers differ are not alike at all: `Butikk 12` is not `Butikk 13`.
 */
export function likeness(one: string, other: string): number {
  if (one === other) return one === '' ? 0 : 1;
  const longer = Math.max(one.length, other.length);
  // Each character that one has more is an edit.
  if (1 - Math.abs(one.length - other.length) / longer < leastLikeness) return 0;
  if (digitsOf(one) !== digitsOf(other)) return 0;
  return 1 - distance(one, other) / longer;
}

function digitsOf(key: string): string {
  return /\d/.test(key) ? (key.match(/\d+/g) ?? []).join(' ') : '';
}
