import { unpackEntry, zipEntries } from '../../src/main/import/zip-archive';
import { seededRandom } from '../bench/random';
import { storedZip } from './stored-zip';

type Random = () => number;

/** Bytes that mean something in text, XML and numbers. */
const telling = Buffer.from('<>&"\'/=;,\t\n\r\0 -.0129AZaz%#()', 'latin1');

function below(limit: number, random: Random): number {
  return Math.floor(random() * limit);
}

const damages: readonly ((bytes: Buffer, random: Random) => Buffer)[] = [
  // Some bytes are others.
  (bytes, random) => {
    const changed = Buffer.from(bytes);
    for (let count = 1 + below(8, random); count > 0; count -= 1) {
      changed[below(changed.length, random)] =
        random() < 0.5 ? below(256, random) : (telling[below(telling.length, random)] ?? 0);
    }
    return changed;
  },
  // The end is missing.
  (bytes, random) => bytes.subarray(0, 1 + below(bytes.length, random)),
  // A piece is missing.
  (bytes, random) => {
    const start = below(bytes.length, random);
    return Buffer.concat([bytes.subarray(0, start), bytes.subarray(start + 1 + below(200, random))]);
  },
  // A piece is there twice, or many times.
  (bytes, random) => {
    const start = below(bytes.length, random);
    const piece = bytes.subarray(start, start + 1 + below(200, random));
    const copies = Array.from({ length: random() < 0.8 ? 2 : 200 }, () => piece);
    return Buffer.concat([bytes.subarray(0, start), ...copies, bytes.subarray(start)]);
  },
  // A number is another, longer one.
  (bytes, random) => {
    const text = bytes.toString('latin1');
    const numbers = [...text.matchAll(/\d+/g)];
    const chosen = numbers[below(numbers.length, random)];
    if (chosen === undefined) return bytes;
    const other = ['0', '-1', '99999999', '4294967296', '1e9', ''][below(6, random)] ?? '';
    return Buffer.from(
      text.slice(0, chosen.index) + other + text.slice(chosen.index + chosen[0].length),
      'latin1',
    );
  },
];

/**
 * Damages a file in a way that the seed decides. Half of the time a zip file is damaged inside one of its entries, where the
 * readers of XML meet it, and not in what holds them together.
 */
export function mutate(bytes: Buffer, seed: number): Buffer {
  const random = seededRandom(seed);
  const damage = damages[below(damages.length, random)] ?? ((same: Buffer) => same);
  const entries = random() < 0.5 ? zipEntries(bytes) : null;
  if (entries === null || entries.length === 0) return damage(bytes, random);
  const hit = below(entries.length, random);
  return storedZip(
    entries.map((entry, at) => {
      const content = unpackEntry(bytes, entry) ?? Buffer.alloc(0);
      return {
        name: entry.name,
        content: at === hit && content.length > 0 ? damage(content, random) : content,
      };
    }),
  );
}
