import type * as idl from "@flytekit-ts/models/core";
import type { MsgpackReader } from "../literals/msgpack-reader.js";
import type { MsgpackWriter } from "../literals/msgpack-writer.js";
import type { ValueStore } from "./value-store.js";

/** A JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A JSON Schema, in the dialect that flytekit writes for dataclasses. */
export type JsonSchema = { readonly [keyword: string]: Json };

/** The types of the parts of a value, for bindings and attribute paths. */
export type Members =
  | { readonly kind: "record"; readonly fields: ReadonlyMap<string, TypeTransformer> }
  | { readonly kind: "list"; readonly element: TypeTransformer }
  | { readonly kind: "map"; readonly value: TypeTransformer }
  | { readonly kind: "variants"; readonly variants: readonly TypeTransformer[] };

/**
 * Converts the values of one Flyte type: from TypeScript value to literal and back, alone (`toLiteral`,
 * `fromLiteral`) and inside a record (`write`, `read`).
 *
 * A type contains its transformer, so there is no registry to fill and no import that has to run first. All four
 * methods throw `VALUE_TYPE_MISMATCH`, and each container adds its part of the path to the error.
 */
export interface TypeTransformer<T = unknown> {
  /** flytekit's name for this transformer. Messages contain it as the tag of a union's variant. */
  readonly tag: string;
  /** The type in words, for messages: `list of integer`. */
  readonly words: string;
  readonly literalType: idl.LiteralType;
  /** The JSON Schema of the values in a record. Left out if a record cannot hold them. */
  readonly jsonSchema?: JsonSchema | undefined;
  /**
   * How many protobuf messages are nested in the literal of a value or in the literal type, whichever is deeper. A
   * type around this one adds to it. Left out if the values are scalars, which have no nested messages.
   */
  readonly depth?: number;
  readonly members?: Members;
  toLiteral(value: unknown): idl.Literal;
  /**
   * Decodes the form that `toLiteral` writes. `decodeLiteral` handles the others (unions, MessagePack, console
   * input).
   */
  fromLiteral(literal: idl.Literal): T;
  /** Writes a value inside a record. */
  write(value: unknown, writer: MsgpackWriter): void;
  /** Reads a value inside a record. */
  read(reader: MsgpackReader): T;
  /**
   * The value in the form of the JSON Schema keyword `default`. Absent if flytekit writes no default for this
   * type.
   */
  toJson?(value: unknown): Json | undefined;
  /** The type that this one stands for, if it is declared later. */
  resolve?(): TypeTransformer;
  /**
   * Whether a value may be of this type, judged without looking inside it. False is certain, and saves unions from
   * trying the type. Absent if this cannot be judged.
   */
  mayBe?(value: unknown): boolean;
  /**
   * How to prepare a value for `toLiteral` and `write`, where that takes more than the value: the bytes of a file are
   * written, and what comes back is the value that points at them. Undefined for a value that is ready as it is, also
   * for one of another type, which `toLiteral` refuses. Nothing is written before the result is called.
   */
  storing?(value: unknown): Storing | undefined;
  /** Completes a value that `fromLiteral` or `read` has made: a file learns where it is read from. */
  load?(value: T, store: ValueStore): Promise<T>;
  /** Whether literals have the hash that an author's function makes of the value. */
  readonly isHashed?: true;
  /**
   * Whether a field of a record has the default none, as Python's `Optional[int] = None`. A union that names none among
   * its types is `Optional[int]`: the field has to be there.
   */
  readonly isNoneByDefault?: true;
  /** Whether the literal type has an author's annotation. */
  readonly isAnnotated?: true;
  /** The value as HTML, for a deck. */
  toHtml?(value: T): string;
}

/** Prepares one value, and gives the value that `toLiteral` takes for it. */
export type Storing = (store: ValueStore) => Promise<unknown>;
