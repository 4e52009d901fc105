import { grown } from '../grown-array';

/** Texts as bytes, each different one held once and made a string when it is asked for first. */
export class TextTable {
  /** All bytes one behind the other. */
  private bytes = new Uint8Array(1024);
  private used = 0;
  /** Of each text, where its bytes end. */
  private ends = new Uint32Array(64);
  private count = 0;
  /** By hash, the place of a text plus 1, or 0 for none, and beside it the hash, as both are looked at together. */
  private slots = new Uint32Array(512);
  private readonly strings: (string | null)[] = [];

  /** @param decode makes a string of the bytes of a text. */
  constructor(private readonly decode: (bytes: Buffer) => string) {}

  get length(): number {
    return this.count;
  }

  /** The place of the text that these bytes are. */
  placeOf(source: Uint8Array, from: number, to: number): number {
    const hash = hashOf(source, from, to);
    const { slots } = this;
    const mask = slots.length - 2;
    for (let slot = (hash << 1) & mask; ; slot = (slot + 2) & mask) {
      const place = (slots[slot] as number) - 1;
      if (place < 0) return this.take(hash, slot, source, from, to);
      if (slots[slot + 1] === hash && this.isSame(place, source, from, to)) return place;
    }
  }

  at(place: number): string {
    const known = this.strings[place];
    if (known !== null && known !== undefined) return known;
    const start = place === 0 ? 0 : (this.ends[place - 1] as number);
    const end = this.ends[place] as number;
    const text = this.decode(Buffer.from(this.bytes.buffer, start, end - start));
    this.strings[place] = text;
    return text;
  }

  private isSame(place: number, source: Uint8Array, from: number, to: number): boolean {
    const start = place === 0 ? 0 : (this.ends[place - 1] as number);
    if ((this.ends[place] as number) - start !== to - from) return false;
    for (let at = from; at < to; at += 1) if (this.bytes[start + at - from] !== source[at]) return false;
    return true;
  }

  private take(hash: number, slot: number, source: Uint8Array, from: number, to: number): number {
    const place = this.count;
    this.makeRoom(to - from);
    this.bytes.set(source.subarray(from, to), this.used);
    this.used += to - from;
    this.ends[place] = this.used;
    this.slots[slot] = place + 1;
    this.slots[slot + 1] = hash;
    this.count += 1;
    this.strings.push(null);
    if (this.count * 4 > this.slots.length) this.spread();
    return place;
  }

  private makeRoom(length: number): void {
    if (this.used + length > this.bytes.length) {
      this.bytes = grown(this.bytes, this.used + length);
    }
    if (this.count === this.ends.length) this.ends = grown(this.ends, 0);
  }

  private spread(): void {
    const before = this.slots;
    const slots = new Uint32Array(before.length * 2);
    const mask = slots.length - 2;
    for (let at = 0; at < before.length; at += 2) {
      if (before[at] === 0) continue;
      const hash = before[at + 1] as number;
      let slot = (hash << 1) & mask;
      while (slots[slot] !== 0) slot = (slot + 2) & mask;
      slots[slot] = before[at] as number;
      slots[slot + 1] = hash;
    }
    this.slots = slots;
  }
}

/** FNV-1a of Fowler, Noll and Vo by four bytes at a time, and mixed in the end as in MurmurHash3 of Appleby. */
function hashOf(source: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5 ^ (to - from);
  let at = from;
  for (; at + 4 <= to; at += 4) {
    const four =
      (source[at] as number) |
      ((source[at + 1] as number) << 8) |
      ((source[at + 2] as number) << 16) |
      ((source[at + 3] as number) << 24);
    hash = Math.imul(hash ^ four, 0x01000193);
    hash ^= hash >>> 15;
  }
  for (; at < to; at += 1) hash = Math.imul(hash ^ (source[at] as number), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
