import { decodeLiteral } from "@flytekit-ts/core/literals";
import { localStore } from "@flytekit-ts/core/storage";
import { resolveType, type TypeTransformer } from "@flytekit-ts/core/types";
import { encode } from "@flytekit-ts/models";
import { Literal } from "@flytekit-ts/models/core";
import type { Type } from "../twins/twin.js";

/** The transformer of a type. */
export function transformerOf(type: Type): TypeTransformer {
  return resolveType(type, "the row").transformer;
}

// What is recorded is elsewhere: nothing of it is read, and nothing is written.
const store = localStore();

/** A value as a literal, as a runner makes it. @throws what the type throws for a value that it refuses */
export async function encodeValue(transformer: TypeTransformer, value: unknown): Promise<Literal> {
  const storing = transformer.storing?.(value);
  return transformer.toLiteral(storing === undefined ? value : await storing(store));
}

/** A literal as a task receives it, by its bytes. */
export async function decodeValue(transformer: TypeTransformer, bytes: Uint8Array): Promise<unknown> {
  const value = decodeLiteral(transformer, Literal.decode(bytes));
  return transformer.load === undefined ? value : transformer.load(value, store);
}

/** The bytes of a literal. */
export function literalBytes(literal: Literal): Uint8Array {
  return encode(Literal, literal);
}
