import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { FlytekitError } from "@flytekit-ts/core";
import { loadBundler } from "./bundler/load-bundler.js";
import type { BundleOptions } from "./options/bundle-options.js";
import { checkedOptions } from "./options/checked-options.js";
import type { BundleExternal, ExternalFolder } from "./externals/external.js";
import { externalFolders } from "./externals/external-folders.js";
import { externalsOf } from "./externals/externals-of.js";
import { neededParts } from "./modules/parts.js";
import { startBundling } from "./modules/bundling.js";
import type { BundledFile } from "./output/bundled-file.js";
import { runBundler } from "./output/run-bundler.js";

/** A project as one ES module. */
export interface Bundle {
  /** The file name of the module, which tasks are registered under: `bundle.mjs`. */
  readonly fileName: string;
  readonly code: string;
  /** The source map, as JSON. Its sources are relative to the root. It belongs beside the module, as `bundle.mjs.map`. */
  readonly map: string;
  /** SHA-256, in hex, of all that belongs to the bundle: equal input has an equal hash on every machine. */
  readonly hash: string;
  /** Names of what the module exports. */
  readonly exports: readonly string[];
  /** Why each file is in it, with the size of what is left of it; the largest first. */
  readonly files: readonly BundledFile[];
  /** The modules of Node that it imports. */
  readonly builtins: readonly string[];
  /** Packages that it imports, and which are not in it: native ones, and those that the options name. */
  readonly externals: readonly BundleExternal[];
  /** The folders of these packages and of all that they depend on, and where they belong. */
  readonly folders: readonly ExternalFolder[];
  /** Files that belong beside the module: path in the folder of the bundle to path on this machine. */
  readonly assets: ReadonlyMap<string, string>;
  /** What will not work in the bundle as it does in the sources, each with its line. */
  readonly warnings: readonly FlytekitError[];
}

/**
 * Makes one ES module of a project: everything that its entries reach and use, of the packages of the workspace from
 * their sources. Modules of Node and packages with binaries stay outside of it.
 *
 * It takes rolldown, which is a peer dependency, and is not needed to run the bundle.
 *
 * @throws `BUNDLER_ABSENT`, `BUNDLE_ENTRY_INVALID`, `BUNDLE_SYNTAX_INVALID`, `BUNDLE_IMPORT_UNRESOLVED`,
 * `BUNDLE_FILE_UNSUPPORTED`, `BUNDLE_NATIVE_MISSING`; for wrong options `OPTIONS_NOT_AN_OBJECT`, `OPTION_UNKNOWN`,
 * `OPTION_INVALID`; the reason of `signal` when it fires.
 */
export async function bundle(options: BundleOptions): Promise<Bundle> {
  const checked = checkedOptions(options);
  const bundler = await loadBundler();
  let bundling = startBundling(checked, bundler, checked.keep);
  let built = await runBundler(bundling);
  const needed = neededParts(bundling, built.modules).filter((part) => !checked.keep.includes(part));
  if (needed.length > 0) {
    bundling = startBundling(checked, bundler, [...checked.keep, ...needed]);
    built = await runBundler(bundling);
  }
  const externals = externalsOf(bundling, new Set(built.modules));
  const folders = externalFolders(externals, checked.platforms);
  const assets = new Map([...bundling.assets].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const { fileName, code, map, exports, files, builtins } = built;
  const { warnings } = bundling;
  const hash = hashOf([
    code,
    map,
    ...partsOf(assets),
    ...folders.map((each) => `${each.path}@${each.version}`),
  ]);
  return { fileName, code, map, hash, exports, files, builtins, externals, folders, assets, warnings };
}

function partsOf(assets: ReadonlyMap<string, string>): readonly (string | Uint8Array)[] {
  return [...assets].flatMap(([name, path]) => [name, readFileSync(path)]);
}

/** The digest of parts, each with its length, so that no two lists of parts have the same text. */
function hashOf(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) {
    const bytes = Buffer.from(part);
    hash.update(`${bytes.length}:`).update(bytes);
  }
  return hash.digest("hex");
}
