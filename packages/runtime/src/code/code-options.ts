import type { Bundle } from "../bundle/bundle.js";

/** Code that containers get from an archive instead of from their image: fast registration. */
export interface CodeOptions {
  /** The folder that paths in the archive are relative to: the `root` of the settings by default. */
  readonly root?: string | undefined;
  /**
   * The files to take, such as those that a bundle was made of or a bundle itself; by default all files of the folder
   * that no ignore file, and no rule for installed packages and caches, leaves out.
   */
  readonly files?: readonly (string | MemoryFile)[] | undefined;
  /**
   * A bundle to take in place of files: its module and map, what belongs beside it, and the packages that stay outside. Its
   * entities are those of `loadBundle`, and the `root` of the settings is the folder that it was written to.
   */
  readonly bundle?: Bundle | undefined;
  /** Whether links become the files that they lead to, and linked folders are looked into; by default links stay links. */
  readonly followLinks?: boolean | undefined;
  /**
   * The folder in the container that the archive is unpacked into: `/app` by default, where our Dockerfile has the
   * installed packages. `{{ .dest_dir }}` leaves it to `flytectl register files`.
   */
  readonly destination?: string | undefined;
}

/** A file that is not on the disk. */
export interface MemoryFile {
  /** Where it is in the archive, with forward slashes. */
  readonly path: string;
  readonly content: Uint8Array;
  /** Permission bits; `0o644` by default. */
  readonly mode?: number | undefined;
}
