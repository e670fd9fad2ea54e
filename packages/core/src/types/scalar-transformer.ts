import type * as idl from "@flytekit-ts/models/core";
import type { TypeFault } from "../errors/type-fault.js";
import type { MsgpackReader, MsgpackToken } from "../literals/msgpack-reader.js";
import type { MsgpackWriter } from "../literals/msgpack-writer.js";
import { describeLiteral, literalOf } from "../literals/literal.js";
import { describeToken } from "../literals/msgpack-reader.js";
import { isList } from "../words/plain-object.js";
import { mismatch, refused } from "./mismatch.js";
import type { Json, JsonSchema, TypeTransformer } from "./transformer.js";

/**
 * The rules of a type whose values are one scalar. A result `undefined` means that the value is not of this type.
 */
export interface ScalarRules<T> {
  readonly tag: string;
  readonly words: string;
  readonly literalType: idl.LiteralType;
  readonly jsonSchema: JsonSchema | undefined;
  accepts(value: unknown): boolean;
  /** The mistake behind a refused value, for the hint. */
  faultOf?(value: unknown): TypeFault | undefined;
  /** Called only with values that `accepts` has accepted, like `write`. */
  encode(value: unknown): idl.Scalar;
  decode(scalar: idl.Scalar): Decoded<T>;
  write(value: unknown, writer: MsgpackWriter): void;
  read(token: MsgpackToken): Decoded<T>;
  /** The mistake behind a whole number that was not read, for the hint. */
  faultOfInteger?(value: bigint | number): TypeFault | undefined;
  /** The value in the form in which it nearly always arrives. If it is another, nothing is read, and `read` is asked. */
  readUsual?(reader: MsgpackReader): T | undefined;
  toJson?(value: unknown): Json | undefined;
}

/** A decoded value, in an object, because `undefined` may be a value. */
export type Decoded<T> = { readonly value: T } | undefined;

/** A transformer whose values are one scalar. */
export function scalarTransformer<T>(rules: ScalarRules<T>): TypeTransformer<T> {
  const { tag, words, literalType, jsonSchema } = rules;
  return {
    tag,
    words,
    literalType,
    jsonSchema,
    depth: 0,
    mayBe: (value) => rules.accepts(value),
    toLiteral(value) {
      if (!isAccepted(value, rules)) throw refused(value, words, faultOf(value, rules));
      return literalOf({ $case: "scalar", value: rules.encode(value) });
    },
    fromLiteral(literal) {
      const scalar = literal.value?.$case === "scalar" ? literal.value.value : undefined;
      const decoded = scalar && rules.decode(scalar);
      if (decoded !== undefined) return decoded.value;
      const given = scalar?.value?.$case === "primitive" ? scalar.value.value.value : undefined;
      const fault = given?.$case === "integer" ? rules.faultOfInteger?.(given.value) : undefined;
      throw mismatch(words, describeLiteral(literal), fault);
    },
    write(value, writer) {
      if (!isAccepted(value, rules)) throw refused(value, words, faultOf(value, rules));
      rules.write(value, writer);
    },
    read(reader: MsgpackReader) {
      const usual = rules.readUsual?.(reader);
      if (usual !== undefined) return usual;
      const token = reader.next();
      const decoded = rules.read(token);
      if (decoded !== undefined) return decoded.value;
      const fault = token.kind === "int" ? rules.faultOfInteger?.(token.value) : undefined;
      throw mismatch(words, describeToken(token), fault);
    },
    ...(rules.toJson === undefined ? {} : { toJson: rules.toJson }),
  };
}

// A proxy may throw whenever it is read.
function isAccepted<T>(value: unknown, rules: ScalarRules<T>): boolean {
  try {
    return rules.accepts(value);
  } catch {
    return false;
  }
}

function faultOf<T>(value: unknown, rules: ScalarRules<T>): TypeFault | undefined {
  return isList(value) ? "list-for-single" : rules.faultOf?.(value);
}
