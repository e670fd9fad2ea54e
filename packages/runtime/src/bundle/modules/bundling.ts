import type { FlytekitError, SourceLocation } from "@flytekit-ts/core";
import type { Package } from "../packages/package-json.js";
import type { Bundler } from "../bundler/load-bundler.js";
import type { CheckedOptions } from "../options/checked-options.js";
import type { BundlePart } from "../options/bundle-options.js";
import { fileName } from "./file-names.js";

/** A package that was imported and left out, and the files that import it. */
export interface LeftOut {
  readonly found: Package;
  readonly reason: "native" | "option";
  readonly importers: Map<string, SourceLocation>;
}

/** What is found while one bundle is made. */
export interface Bundling {
  readonly options: CheckedOptions;
  /** The parts of core that are in the bundle if anything needs them. The others are left out. */
  readonly kept: readonly BundlePart[];
  readonly found: { hasSchemas: boolean };
  readonly bundler: Bundler;
  /** What is wrong with the project. A hook of the bundler must not throw it: the bundler would change it. */
  readonly faults: FlytekitError[];
  readonly warnings: FlytekitError[];
  /** By the real path of the package. */
  readonly leftOut: Map<string, LeftOut>;
  /** Whether the package of a folder is native. Its whole folder is read to tell, and many files import it. */
  readonly natives: Map<string, boolean>;
  /** Files to put beside the bundle: path in its folder to path on this machine. */
  readonly assets: Map<string, string>;
}

export function startBundling(
  options: CheckedOptions,
  bundler: Bundler,
  kept: readonly BundlePart[],
): Bundling {
  return {
    options,
    bundler,
    kept,
    found: { hasSchemas: false },
    faults: [],
    warnings: [],
    leftOut: new Map(),
    natives: new Map(),
    assets: new Map(),
  };
}

/** How messages call a file: by its name in the bundle. */
export function named({ options }: Bundling, location: SourceLocation): SourceLocation {
  return { ...location, file: fileName(options.root, location.file) };
}
