/** English and Norwegian names of the months, January first: each with the shortest beginning that is still one month. */
const names: readonly (readonly string[])[] = [
  ['january', 'januar'],
  ['february', 'februar'],
  ['march', 'mars'],
  ['april'],
  ['may', 'mai'],
  ['june', 'juni'],
  ['july', 'juli'],
  ['august'],
  ['september'],
  ['october', 'oktober'],
  ['november'],
  ['december', 'desember'],
];

/** The month, 1 to 12, that a name or a beginning of it of at least three letters means (`Mar`, `mars`, `sept.`); null for none. */
export function monthNumberOf(name: string): number | null {
  const written = name.trim().toLowerCase().replace(/\.$/, '');
  if (written.length < 3) return null;
  const index = names.findIndex((month) => month.some((known) => known.startsWith(written)));
  return index < 0 ? null : index + 1;
}
