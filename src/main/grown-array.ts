/** The same numbers in an array at least twice as long, of at least so many places. */
export function grown(array: Uint8Array, least: number): Uint8Array<ArrayBuffer>;
export function grown(array: Uint32Array, least: number): Uint32Array<ArrayBuffer>;
export function grown(array: Uint8Array | Uint32Array, least: number): Uint8Array | Uint32Array {
  const length = Math.max(array.length * 2, least);
  const larger = array instanceof Uint8Array ? new Uint8Array(length) : new Uint32Array(length);
  larger.set(array);
  return larger;
}
