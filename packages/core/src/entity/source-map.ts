import { readFileSync } from "node:fs";
import { SourceMap, type SourceMapPayload } from "node:module";
import { dirname, resolve } from "node:path";
import type { SourceLocation } from "./source-location.js";

const maps = new Map<string, SourceMap | undefined>();

/**
 * The original place of a place in built JavaScript, or the place itself where there is no usable map.
 *
 * A map that is missing or broken must never hide the error that is being reported, so it counts as none.
 */
export function applySourceMap(location: SourceLocation): SourceLocation {
  const map = mapOf(location.file);
  const entry = map?.findEntry(location.line - 1, location.column - 1);
  if (entry === undefined || !("originalSource" in entry)) return location;
  const file = resolve(dirname(location.file), entry.originalSource);
  return { file, line: entry.originalLine + 1, column: entry.originalColumn + 1 };
}

function mapOf(file: string): SourceMap | undefined {
  if (!maps.has(file)) maps.set(file, readMap(file));
  return maps.get(file);
}

const COMMENT = /\/\/[#@] sourceMappingURL=(\S+)\s*$/;
const INLINE = "data:application/json;base64,";

function readMap(file: string): SourceMap | undefined {
  if (!/\.[cm]?js$/.test(file)) return undefined;
  try {
    const url = COMMENT.exec(readFileSync(file, "utf8"))?.[1];
    if (url === undefined) return undefined;
    const json = url.startsWith(INLINE)
      ? Buffer.from(url.slice(INLINE.length), "base64").toString("utf8")
      : readFileSync(resolve(dirname(file), url), "utf8");
    return new SourceMap(JSON.parse(json) as SourceMapPayload);
  } catch {
    return undefined;
  }
}
