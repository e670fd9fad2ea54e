/** A file of which something is in a bundle. */
export interface BundledFile {
  /** Its path from the root, or from a `node_modules`. */
  readonly path: string;
  /** How many characters of the bundle come from it. */
  readonly size: number;
  /** The files over which an entry imports it: the entry first, the file itself last. */
  readonly chain: readonly string[];
}
