import type { DatasetFile } from "@flytekit-ts/core/types";

/** A file in memory, and which bytes of it were read. */
export function fileOf(
  bytes: Uint8Array,
  uri = "mem://file",
): DatasetFile & { readonly reads: { readonly start: number; readonly end: number }[] } {
  const reads: { start: number; end: number }[] = [];
  return {
    uri,
    size: bytes.length,
    reads,
    async *read(range = { start: 0, end: bytes.length }) {
      reads.push(range);
      const middle = Math.floor((range.start + range.end) / 2);
      // In two parts, as a store may give it.
      for (const [start, end] of [
        [range.start, middle],
        [middle, range.end],
      ] as const) {
        if (start < end) yield await Promise.resolve(bytes.subarray(start, end));
      }
    },
  };
}
