import { isDeepStrictEqual } from "node:util";

import { BinaryReader } from "@bufbuild/protobuf/wire";

import { encode } from "../../src/entries/index.js";
import type { TestCodec } from "./codecs.js";

const PATIENCE_MS = 1000;

/**
 * Give a codec bytes of unknown origin.
 *
 * @returns true when it took them, false when it refused them.
 * @throws when it took too long, threw something other than an Error, or gave a message that does not
 * survive being written and read.
 */
export function attempt(codec: TestCodec, bytes: Uint8Array): boolean {
  const { message, took } = timed(codec, bytes);
  // Another process may have had the processor: what takes long does so each time.
  if (took > PATIENCE_MS && [1, 2].every(() => timed(codec, bytes).took > PATIENCE_MS))
    throw new Error(`${codec.$type} took ${took} ms for ${Buffer.from(bytes).toString("hex")}`);
  if (message === undefined) return false;
  if (!isDeepStrictEqual(codec.decode(encode(codec, message)), message)) {
    throw new Error(`${codec.$type} does not keep what it read from ${Buffer.from(bytes).toString("hex")}`);
  }
  return true;
}

function timed(codec: TestCodec, bytes: Uint8Array): { readonly message: unknown; readonly took: number } {
  const start = performance.now();
  const message = decodeOrRefuse(codec, bytes);
  return { message, took: performance.now() - start };
}

function decodeOrRefuse(codec: TestCodec, bytes: Uint8Array): unknown {
  try {
    return codec.decode(bytes);
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw new Error(`${codec.$type} threw something that is no Error`, { cause: error });
  }
}

/** Where the fields of a message end: the only places to cut it that leave a message. */
export function fieldEnds(bytes: Uint8Array): Set<number> {
  const reader = new BinaryReader(bytes);
  const ends = new Set([0]);
  while (reader.pos < reader.len) {
    const [field, wireType] = reader.tag();
    reader.skip(wireType, field);
    ends.add(reader.pos);
  }
  return ends;
}
