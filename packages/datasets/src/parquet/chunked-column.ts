import type { DecodedArray } from "hyparquet";

/**
 * The values of a column in the parts in which the library gives them: joined, numbers of eight bytes would become
 * objects of twenty-four.
 */
export class ChunkedColumn {
  readonly length: number;
  readonly #chunks: readonly DecodedArray[];
  /** The part that was used last, and the position of its first value. Values are asked for in order. */
  #current: DecodedArray = [];
  #start = 0;

  constructor(chunks: readonly DecodedArray[]) {
    this.#chunks = chunks;
    this.length = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  }

  at(index: number): unknown {
    const offset = index - this.#start;
    if (offset >= 0 && offset < this.#current.length) return this.#current[offset];
    return this.#seek(index);
  }

  #seek(index: number): unknown {
    let start = 0;
    for (const chunk of this.#chunks) {
      if (index < start + chunk.length) {
        [this.#current, this.#start] = [chunk, start];
        return chunk[index - start];
      }
      start += chunk.length;
    }
    return undefined;
  }
}
