import { realpathSync, type Stats, statSync } from "node:fs";
import { isAbsolute, relative, resolve, sep } from "node:path";
import { coreErrors, describeValue } from "@flytekit-ts/core/errors";
import type { Signal } from "@flytekit-ts/core/storage";
import { assertBoolean, assertOptions } from "@flytekit-ts/core/tasks";
import { errors } from "../../errors.js";
import type { BundleOptions, BundlePart, BundlePlatform } from "./bundle-options.js";
import { PLATFORMS } from "./platforms.js";

/** Options of `bundle`, checked and with their defaults; paths are real and absolute. */
export interface CheckedOptions {
  readonly root: string;
  readonly entries: readonly string[];
  readonly platforms: readonly BundlePlatform[];
  readonly external: readonly string[];
  readonly keep: readonly BundlePart[];
  readonly minify: boolean;
  readonly signal: Signal | undefined;
}

const AT = "bundle";
const KNOWN = new Set(["entry", "entries", "root", "platforms", "external", "keep", "minify", "signal"]);

/** @throws `OPTIONS_NOT_AN_OBJECT`, `OPTION_UNKNOWN`, `OPTION_INVALID`, `BUNDLE_ENTRY_INVALID` */
export function checkedOptions(options: BundleOptions): CheckedOptions {
  assertOptions(options, KNOWN, AT, 'Write `bundle({ entry: "src/workflows.ts" })`.');
  const { platforms = ["linux-x64"], external = [], keep = [], minify = true, signal } = options;
  assertBoolean(minify, "minify", AT);
  assertList(external, "external", "names of packages");
  assertList(platforms, "platforms", "platforms");
  const unknown = platforms.find((each) => !PLATFORMS.includes(each));
  if (unknown !== undefined) invalid("platforms", `a list of ${PLATFORMS.join(", ")}`, unknown);
  assertList(keep, "keep", "parts");
  const part = keep.find((each) => each !== "schemas" && each !== "composites");
  if (part !== undefined) invalid("keep", "a list of schemas, composites", part);
  if (signal !== undefined && typeof signal?.addEventListener !== "function")
    invalid("signal", "the signal of an AbortController", signal);
  const root = rootOf(options.root ?? ".");
  const given = entriesOf(options);
  return {
    root,
    entries: given.map((each) => entryIn(root, each)),
    platforms: [...new Set(platforms)].toSorted(),
    external: [...external],
    keep: [...keep],
    minify,
    signal,
  };
}

function entriesOf({ entry, entries }: BundleOptions): readonly string[] {
  if ((entry === undefined) === (entries === undefined))
    throw errors.BUNDLE_ENTRY_INVALID({
      what: "`bundle`",
      problem: entry === undefined ? "was given no entry" : "was given `entry` and `entries`",
      advice: 'Name the module that exports the workflows: `bundle({ entry: "src/workflows.ts" })`.',
    });
  if (entry !== undefined) return typeof entry === "string" ? [entry] : invalid("entry", "a path", entry);
  const list: unknown = entries;
  assertList(list, "entries", "paths");
  return list.length > 0 ? [...new Set(list)] : invalid("entries", "a list of at least one path", list);
}

function assertList(value: unknown, option: string, words: string): asserts value is readonly string[] {
  if (!Array.isArray(value) || !value.every((each) => typeof each === "string"))
    invalid(option, `a list of ${words}`, value);
}

function invalid(option: string, wanted: string, given: unknown): never {
  throw coreErrors.OPTION_INVALID({ at: AT, option, wanted, given, inWords: describeValue(given) });
}

function rootOf(root: unknown): string {
  if (typeof root !== "string" || root === "") return invalid("root", "the path of a folder", root);
  const path = resolve(root);
  if (statOf(path)?.isDirectory() === true) return realpathSync(path);
  throw errors.BUNDLE_ENTRY_INVALID({
    what: `The root ${root}`,
    problem: "is no folder",
    advice: "Give the folder of the project as `root`; without it, the working directory is taken.",
  });
}

// A name that is too long, or a link to itself, leads to no file either.
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

function entryIn(root: string, entry: string): string {
  const path = resolve(root, entry);
  if (entry === "" || statOf(path)?.isFile() !== true)
    throw errors.BUNDLE_ENTRY_INVALID({
      what: `The entry ${JSON.stringify(entry)}`,
      problem: "is no file in the root",
      advice: `Give the path of a module relative to the root, with its extension: \`"src/workflows.ts"\`.`,
    });
  const file = realpathSync(path);
  const below = relative(root, file);
  if (!isAbsolute(below) && below !== ".." && !below.startsWith(`..${sep}`)) return file;
  throw errors.BUNDLE_ENTRY_INVALID({
    what: `The entry ${JSON.stringify(entry)}`,
    problem: "lies outside of the root",
    advice: "Give a folder as `root` that has all entries, such as the root of the repository.",
  });
}
