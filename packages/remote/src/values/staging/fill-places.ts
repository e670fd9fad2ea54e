import type * as idl from "@flytekit-ts/models/core";
import { LiteralMap } from "@flytekit-ts/models/core";
import { encode } from "@flytekit-ts/models";

/** Folder names, each with the one that takes its place. Both have the same length, of ASCII characters. */
export type Places = ReadonlyMap<string, string>;

/**
 * Literals with other folder names, wherever they stand: in the URI of a file, of a dataset, or inside a packed record, where
 * every length has to stay what it is.
 */
export function fillPlaces(
  literals: ReadonlyMap<string, idl.Literal>,
  places: Places,
): ReadonlyMap<string, idl.Literal> {
  if (places.size === 0) return literals;
  const bytes = Buffer.from(encode(LiteralMap, { literals: new Map(literals) }));
  for (const [before, after] of places) {
    const [wanted, given] = [Buffer.from(before, "latin1"), Buffer.from(after, "latin1")];
    for (let at = bytes.indexOf(wanted); at >= 0; at = bytes.indexOf(wanted, at + given.length)) {
      given.copy(bytes, at);
    }
  }
  return LiteralMap.decode(bytes).literals;
}
