/**
 * A number from 0 up to (not including) 1 for position `index`, spread evenly and fixed by `seed`.
 *
 * The finisher of MurmurHash3 on 32 bits. A hash, not a generator: flight `i` gets the same number however
 * many flights there are and in whatever order they are asked for.
 */
export function hashIndex(index: number, seed: number): number {
  let bits = (index + Math.imul(seed, 0x9e3779b9)) | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return ((bits ^ (bits >>> 16)) >>> 0) / 2 ** 32;
}
