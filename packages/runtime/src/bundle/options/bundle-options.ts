import type { Signal } from "@flytekit-ts/core/storage";

/** A platform on which a bundle runs: Linux with glibc, or with musl, as Alpine has it. */
export type BundlePlatform = "linux-x64" | "linux-arm64" | "linux-x64-musl" | "linux-arm64-musl";

/** Code that a bundle has only if it seems to need it: for schemas of libraries, and for types that are made of others. */
export type BundlePart = "schemas" | "composites";

/** What to bundle, and for which machines. Exactly one of `entry` and `entries` is given. */
export interface BundleOptions {
  /** The module that exports the workflows and tasks; relative to `root`. */
  readonly entry?: string | undefined;
  /** Several such modules, whose exports the bundle has together. */
  readonly entries?: readonly string[] | undefined;
  /** The folder of the project, by default the working directory. All paths in the bundle and its map start there. */
  readonly root?: string | undefined;
  /** Where the bundle will run, by default `["linux-x64"]`: the binaries of native modules must be there for each. */
  readonly platforms?: readonly BundlePlatform[] | undefined;
  /** Names of packages that stay beside the bundle, as native modules do. */
  readonly external?: readonly string[] | undefined;
  /** Code to keep that the bundle does not seem to need, if `PART_LEFT_OUT` says so. */
  readonly keep?: readonly BundlePart[] | undefined;
  /** Whether names and white space are shortened, by default true. Names of classes stay, because errors show them. */
  readonly minify?: boolean | undefined;
  /** Ends the bundling: `bundle` then throws the reason of the signal at once. */
  readonly signal?: Signal | undefined;
}
