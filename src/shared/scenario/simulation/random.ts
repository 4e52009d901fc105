/** Numbers from 0 to 1, both excluded, each equally likely. */
export type Uniforms = () => number;

const twoTo26 = 2 ** 26;
const twoTo53 = 2 ** 53;

/**
 * A generator that gives the same numbers for the same seed wherever it runs: xoshiro128** (Blackman & Vigna 2021, “Scrambled linear
 * pseudorandom number generators”, ACM TOMS 47), two of its words a number, its state spread from the seed by splitmix32.
 */
export function seededUniforms(seed: number): Uniforms {
  const next = xoshiro128(stateOf(seed));
  return () => {
    const [high, low] = [next() >>> 5, next() >>> 6];
    // In the middle of its cell, so that neither 0 nor 1 is drawn.
    return (high * twoTo26 + low + 0.5) / twoTo53;
  };
}

/** Words of 32 bits. @param state four words, not all zero. */
export function xoshiro128(state: readonly [number, number, number, number]): () => number {
  let [a, b, c, d] = state;
  return () => {
    const word = Math.imul(rotated(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotated(d, 11);
    return word;
  };
}

function rotated(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

function stateOf(seed: number): [number, number, number, number] {
  // Seeds beyond 32 bits differ by their upper half.
  let state = (Math.floor(seed / 2 ** 32) ^ Math.floor(seed)) | 0;
  const mixed = () => {
    state = (state + 0x9e3779b9) | 0;
    let word = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    word = Math.imul(word ^ (word >>> 15), 0x735a2d97);
    return word ^ (word >>> 15);
  };
  return [mixed(), mixed(), mixed(), mixed()];
}
