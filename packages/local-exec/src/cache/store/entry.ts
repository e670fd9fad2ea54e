import type { CacheKeyParts, StoredBy } from "../../events/cache-reason.js";
import type { PathPrint } from "../key/path-print.js";
import { digestOf } from "../disk/digest-of.js";

/** A local file or directory among the outputs, as it was when the result was stored. */
export interface StoredFile extends PathPrint {
  readonly output: string;
  readonly uri: string;
}

/** The function that made a result. Texts of two loaders of modules say nothing of each other. */
export interface MadeBy {
  readonly function: string;
  readonly loader: string;
}

/** A result as it is stored. */
export interface Entry extends StoredBy {
  readonly parts: CacheKeyParts;
  readonly madeBy: MadeBy;
  /** The bytes of the outputs in base64, or the digest under which the content store has them. */
  readonly outputs: { readonly bytes: string } | { readonly content: string };
  readonly files: readonly StoredFile[];
}

const FORMAT = 1;

/** An entry as the bytes of a file: the digest of the second line, and that line, which is JSON. */
export function toFile(key: string, entry: Entry): Uint8Array {
  const json = JSON.stringify({ format: FORMAT, key, ...entry });
  return new TextEncoder().encode(`${digestOf(json)}\n${json}\n`);
}

/**
 * The entry of a file. Undefined if the file is not whole, has changed, or was written by a version with another format.
 * What has the right digest and format was written by `toFile`.
 */
export function fromFile(key: string, content: Uint8Array): Entry | undefined {
  const [digest, json, rest, ...more] = new TextDecoder().decode(content).split("\n");
  if (json === undefined || rest !== "" || more.length > 0 || digestOf(json) !== digest) return undefined;
  const read = JSON.parse(json) as Entry & { readonly format: number; readonly key: string };
  return read.format === FORMAT && read.key === key ? read : undefined;
}
