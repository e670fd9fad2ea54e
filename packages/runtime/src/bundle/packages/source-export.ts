import { statSync } from "node:fs";
import { join } from "node:path";
import type { Package } from "./package-json.js";

const SOURCE = /(?<!\.d)\.[cm]?tsx?$/;

/**
 * The TypeScript source that a package of the workspace gives for an entry, under whatever condition it does so.
 *
 * A build that lies beside the source may be older than it. What is published has no such conditions.
 */
export function sourceExport({ folder, manifest }: Package, subpath: string): string | undefined {
  const { exports } = manifest;
  const entry =
    isMap(exports) && Object.keys(exports).some((key) => key.startsWith(".")) ? exports : { ".": exports };
  const [key, rest] = keyFor(entry, subpath);
  if (key === undefined) return undefined;
  const path = sourcesIn(entry[key])
    .map((each) => join(folder, each.replaceAll("*", rest)))
    .find((each) => statSync(each, { throwIfNoEntry: false })?.isFile() === true);
  return path;
}

/** The paths of TypeScript among the targets of an entry, in their order. Declarations are none. */
function sourcesIn(target: unknown): readonly string[] {
  if (typeof target === "string") return SOURCE.test(target) ? [target] : [];
  if (Array.isArray(target)) return target.flatMap(sourcesIn);
  if (!isMap(target)) return [];
  return Object.entries(target).flatMap(([condition, each]) =>
    condition === "types" ? [] : sourcesIn(each),
  );
}

/** The key of `exports` for a path in a package, and what stands for its `*`. The longest pattern wins. */
function keyFor(exports: Readonly<Record<string, unknown>>, subpath: string): [string | undefined, string] {
  if (Object.hasOwn(exports, subpath)) return [subpath, ""];
  const matches = Object.keys(exports).flatMap((key): [string, string][] => {
    const [before = "", after] = key.split("*");
    if (after === undefined || !subpath.startsWith(before) || !subpath.endsWith(after)) return [];
    return subpath.length < key.length
      ? []
      : [[key, subpath.slice(before.length, subpath.length - after.length)]];
  });
  return matches.toSorted(([a], [b]) => b.length - a.length)[0] ?? [undefined, ""];
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
