import { authorLine } from "./author-frame.js";
import type { SourceLocation } from "./place.js";
import { applySourceMap } from "./source-map.js";

const FRAME = /^\s*at /;
const ASYNC = /^(\s*at )async /;
const LIBRARY = /[\\/]node_modules[\\/]/;

/**
 * The line of the author's where something was thrown, from the stack of what was thrown: that of the first frame which is
 * not in a library. Source maps are applied.
 */
export function placeOfStack(stack: string): SourceLocation | undefined {
  for (const frame of stack.split("\n")) {
    if (!FRAME.test(frame) || LIBRARY.test(frame)) continue;
    const location = authorLine(frame.replace(ASYNC, "$1"));
    const original = location && applySourceMap(location);
    // In a bundle, only the map tells which code is a library's.
    if (original !== undefined && !LIBRARY.test(original.file)) return original;
  }
  return undefined;
}
