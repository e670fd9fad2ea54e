import type { SourceLocation } from "@flytekit-ts/core";

/** A package that stays beside the bundle. */
export interface BundleExternal {
  readonly name: string;
  readonly version: string;
  /** Why it is not in the bundle: it has a binary, or the options name it. */
  readonly reason: "native" | "option";
  /** The real path of its folder on this machine. */
  readonly folder: string;
  /** The lines that import it. */
  readonly importedAt: readonly SourceLocation[];
}

/** A folder to put beside the bundle. */
export interface ExternalFolder {
  /** Where it belongs, relative to the folder of the bundle: `node_modules/sharp`. */
  readonly path: string;
  /** The real path of the folder on this machine. Its own `node_modules` does not belong to it. */
  readonly from: string;
  readonly name: string;
  readonly version: string;
}
