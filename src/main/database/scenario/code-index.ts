/**
 * Numbers codes in the order in which they first appear: an open-addressing hash table (linear probing; Knuth, The Art of Computer
 * Programming 6.4) in typed arrays. Of whole numbers that do not fit into 32 bits, a `Map` makes an object each, which costs many
 * times as much.
 */
export class CodeIndex {
  private keys: Float64Array;
  private numbers: Int32Array;
  private mask: number;
  private lastCode = -1;
  private lastNumber = -1;
  /** How many codes there are. */
  size = 0;

  constructor(expected = 1024) {
    const length = 2 ** Math.ceil(Math.log2(Math.max(16, expected * 2)));
    this.keys = new Float64Array(length).fill(-1);
    this.numbers = new Int32Array(length);
    this.mask = length - 1;
  }

  /** The number of a code; a new one where it is new. @param code a whole number from 0 to below 2⁵³. */
  of(code: number): number {
    // Neighbouring rows are often alike.
    if (code === this.lastCode) return this.lastNumber;
    const place = this.placeOf(code);
    if (this.keys[place] !== code) {
      this.keys[place] = code;
      this.numbers[place] = this.size;
      this.size += 1;
    }
    this.lastCode = code;
    this.lastNumber = this.numbers[place] ?? 0;
    if (this.size * 2 > this.keys.length) this.grow();
    return this.lastNumber;
  }

  private placeOf(code: number): number {
    const { keys, mask } = this;
    let place = hash(code) & mask;
    for (;;) {
      const key = keys[place];
      if (key === code || key === -1) return place;
      place = (place + 1) & mask;
    }
  }

  private grow(): void {
    const { keys, numbers } = this;
    this.keys = new Float64Array(keys.length * 2).fill(-1);
    this.numbers = new Int32Array(keys.length * 2);
    this.mask = this.keys.length - 1;
    for (let old = 0; old < keys.length; old += 1) {
      const code = keys[old] ?? -1;
      if (code === -1) continue;
      const place = this.placeOf(code);
      this.keys[place] = code;
      this.numbers[place] = numbers[old] ?? 0;
    }
  }
}

const twoTo32 = 2 ** 32;

/** The bits of both halves, mixed as in MurmurHash3's finalizer (Appleby, public domain). */
function hash(code: number): number {
  let bits = (code | 0) ^ Math.imul((code / twoTo32) | 0, 0x9e3779b1);
  bits ^= bits >>> 16;
  bits = Math.imul(bits, 0x85ebca6b);
  bits ^= bits >>> 13;
  bits = Math.imul(bits, 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
