import { encode } from "@flytekit-ts/models";
import { LiteralMap } from "@flytekit-ts/models/core";
import { referenceBelow } from "../objects/reference.js";
import type { ObjectStore } from "../objects/object-store.js";

/** Writes literals where the server keeps its own, and gives their URI. */
export async function offload(
  store: ObjectStore,
  literals: LiteralMap | undefined,
  ...keys: readonly string[]
): Promise<string> {
  const uri = referenceBelow(store.root, "metadata", ...keys);
  await store.write(uri, encode(LiteralMap, literals ?? { literals: new Map() }));
  return uri;
}
