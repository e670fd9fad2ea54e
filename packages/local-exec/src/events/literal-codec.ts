import type { Codec } from "@flytekit-ts/models";
import type * as idl from "@flytekit-ts/models/core";
import { decodeMessage } from "@flytekit-ts/core/literals";
import type { Literals } from "@flytekit-ts/core/tasks";

/** Literals as the bytes of a `flyteidl.core.LiteralMap`, and back. */
export interface LiteralCodec {
  /** The same literals always give the same bytes: maps are sorted. */
  toBytes(literals: Literals): Uint8Array;
  /** @throws `IDL_MALFORMED` */
  fromBytes(bytes: Uint8Array): Literals;
}

let loaded: Promise<LiteralCodec> | undefined;

/** Load the codec. It is loaded only for runs that need it, because the generated code takes as long to load as all the rest. */
export function literalCodec(): Promise<LiteralCodec> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<LiteralCodec> {
  const { encode, LiteralMap } = await import("../idl/messages.js");
  const codec: Codec<idl.LiteralMap> = LiteralMap;
  return {
    toBytes: (literals) => encode(codec, { literals: new Map(literals) }),
    fromBytes: (bytes) => decodeMessage("flyteidl.core.LiteralMap", codec, bytes).literals,
  };
}
