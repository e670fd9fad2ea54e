import type * as idl from "@flytekit-ts/models/core";
import type { MsgpackReader } from "../literals/msgpack-reader.js";
import type { MsgpackWriter } from "../literals/msgpack-writer.js";

/** A value as JSON has it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A JSON Schema, in the dialect flytekit writes for dataclasses. */
export type JsonSchema = { readonly [keyword: string]: Json };

/** What lies inside the values of a type, for bindings and attribute paths. */
export type Members =
  | { readonly kind: "record"; readonly fields: ReadonlyMap<string, TypeTransformer> }
  | { readonly kind: "list"; readonly element: TypeTransformer }
  | { readonly kind: "map"; readonly value: TypeTransformer }
  | { readonly kind: "variants"; readonly variants: readonly TypeTransformer[] };

/**
 * How the values of one Flyte type travel: TypeScript value to literal and back, alone and inside a record.
 *
 * A type carries its transformer, so there is no registry to fill and no import that has to run first. All
 * four directions throw `VALUE_TYPE_MISMATCH`, whose path grows as the error leaves each container.
 */
export interface TypeTransformer<T = unknown> {
  /** flytekit's name for this transformer. It is on the wire, as the tag of a union's variant. */
  readonly tag: string;
  /** The type in words, for messages: `list of integer`. */
  readonly words: string;
  readonly literalType: idl.LiteralType;
  /** Left out by a type that cannot stand in a record. */
  readonly jsonSchema?: JsonSchema | undefined;
  /**
   * How many protobuf messages are nested inside the literal of a value, or inside the literal type, whichever is
   * deeper; a type around this one adds its own. Left out by a type whose values are scalars: there are none.
   */
  readonly depth?: number;
  readonly members?: Members;
  toLiteral(value: unknown): idl.Literal;
  /** Takes the literal's own form; `decodeLiteral` handles the others (unions, MessagePack, console input). */
  fromLiteral(literal: idl.Literal): T;
  write(value: unknown, writer: MsgpackWriter): void;
  read(reader: MsgpackReader): T;
  /** The value as JSON Schema's `default` has it; absent where flytekit gives none. */
  toJson?(value: unknown): Json | undefined;
}
