import type { Invalid } from "../bytes/invalid.js";

/** Runs of small integers: how many bits each has, and how many there should be. */
export interface Runs {
  readonly width: number;
  readonly count: number;
  /** Whether there may be fewer: how many values of a page are nothing is not always known before. */
  readonly orFewer?: boolean;
}

// Packed integers come in groups of eight, of which the last may be partly empty.
const SPARE = 1024;

/**
 * Checks the lengths that runs say they have, before the library makes them: three bytes could say two billion.
 */
export function checkRuns(
  bytes: Uint8Array,
  { width, count, orFewer = false }: Runs,
  invalid: Invalid,
): void {
  let [offset, seen] = [0, 0];
  const end = orFewer ? bytes.length : Infinity;
  while (seen < count && offset < end) {
    let [header, factor] = [0, 1];
    for (let more = true; more; factor *= 128) {
      const byte = bytes[offset];
      if (byte === undefined || factor > 2 ** 28) throw invalid("a page has fewer values than it says");
      header += (byte & 127) * factor;
      more = byte > 127;
      offset += 1;
    }
    const isPacked = header % 2 === 1;
    const length = Math.floor(header / 2);
    seen += isPacked ? length * 8 : length;
    if (seen > count + (isPacked ? SPARE : 0)) throw invalid("a page has more values than it says");
    offset += isPacked ? length * width : Math.ceil(width / 8);
  }
}
