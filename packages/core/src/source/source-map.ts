import { SourceMap, type SourceMapPayload } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";

import type { SourceLocation } from "./place.js";

/** A source map, and the URL that the names of its sources are relative to. */
interface LoadedMap {
  readonly map: SourceMap;
  readonly base: string;
}

const maps = new Map<string, LoadedMap | undefined>();

/**
 * The location in the original source of a location in built JavaScript, or the same location without a usable map.
 *
 * A missing or broken map must never hide the error that is being reported, so it is ignored.
 */
export function applySourceMap(location: SourceLocation): SourceLocation {
  const loaded = mapOf(location.file);
  return (loaded && orNone(() => findOriginal(location, loaded))) ?? location;
}

function mapOf(file: string): LoadedMap | undefined {
  const loaded = maps.has(file) ? maps.get(file) : orNone(() => readMap(file));
  maps.set(file, loaded);
  return loaded;
}

function orNone<T>(read: () => T | undefined): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function findOriginal(
  { line, column }: SourceLocation,
  { map, base }: LoadedMap,
): SourceLocation | undefined {
  const entry = map.findEntry(line - 1, column - 1);
  // Node's types leave out the null of a source that the map does not know.
  const source = "originalSource" in entry ? (entry.originalSource as string | null) : null;
  if (source === null || !("originalLine" in entry)) return undefined;
  const { href, protocol } = new URL(source, base);
  const file = protocol === "file:" ? fileURLToPath(href) : href;
  return { file, line: entry.originalLine + 1, column: entry.originalColumn + 1 };
}

const COMMENT = /\/\/[#@] sourceMappingURL=(\S+)\s*$/;
const INLINE = /^data:application\/json[^,]*;base64,/;

function readMap(file: string): LoadedMap | undefined {
  if (!/\.[cm]?js$/.test(file)) return undefined;
  // Loaded only here: few programs read a place, and an import of `node:fs` would be a sixth of what all of them pay.
  const { readFileSync } = process.getBuiltinModule("node:fs");
  const comment = COMMENT.exec(readFileSync(file, "utf8"))?.[1];
  if (comment === undefined) return undefined;
  const inline = INLINE.exec(comment)?.[0];
  const script = pathToFileURL(file).href;
  const url = inline === undefined ? new URL(comment, script).href : script;
  const json =
    inline === undefined
      ? readFileSync(fileURLToPath(url), "utf8")
      : Buffer.from(comment.slice(inline.length), "base64").toString("utf8");
  const payload = JSON.parse(json) as SourceMapPayload;
  const folder = payload.sourceRoot ? payload.sourceRoot.replace(/\/?$/, "/") : ".";
  return { map: new SourceMap(payload), base: new URL(folder, url).href };
}
