import { decodeLiteral } from "@flytekit-ts/core/literals";
import { resolveType, type TypeTransformer } from "@flytekit-ts/core/types";
import { encode } from "@flytekit-ts/models";
import { Literal } from "@flytekit-ts/models/core";
import type { Type } from "../twins/twin.js";

/** The transformer of a type. */
export function transformerOf(type: Type): TypeTransformer {
  return resolveType(type, "the row").transformer;
}

/** A value as a literal. @throws what the type throws for a value that it refuses */
export async function encodeValue(transformer: TypeTransformer, value: unknown): Promise<Literal> {
  return transformer.toLiteral(value);
}

/** A literal as a task receives it, by its bytes. */
export async function decodeValue(transformer: TypeTransformer, bytes: Uint8Array): Promise<unknown> {
  return decodeLiteral(transformer, Literal.decode(bytes));
}

/** The bytes of a literal. */
export function literalBytes(literal: Literal): Uint8Array {
  return encode(Literal, literal);
}
