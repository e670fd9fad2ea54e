import type * as idl from "@flytekit-ts/models/core";
import { describeLiteral } from "../literals/literal.js";
import { describeToken } from "../literals/msgpack-reader.js";
import { mismatch, refused } from "../types/mismatch.js";
import type { Json, JsonSchema, TypeTransformer } from "../types/transformer.js";
import { describeJson, enumerate } from "../words/enumerate.js";
import { booleanTransformer } from "./boolean.js";
import { floatTransformer } from "./float.js";
import { bigintTransformer } from "./int.js";
import { stringTransformer } from "./string.js";

/** A constant of a choice. */
export type Constant = string | number | bigint | boolean;

/** The kind of the constants of a choice, which all have the same. */
export type ChoiceKind = "string" | "int" | "float" | "boolean";

const BASES: { readonly [K in ChoiceKind]: TypeTransformer } = {
  string: stringTransformer,
  int: bigintTransformer,
  float: floatTransformer,
  boolean: booleanTransformer,
};

/**
 * One of several constants of one kind. For Flyte it is any value of that kind, with an annotation that nothing
 * compares, so this type checks the choice on the way in and on the way out.
 */
export function choiceTransformer(values: readonly Constant[], kind: ChoiceKind): TypeTransformer<Constant> {
  const base = BASES[kind];
  const words = `one of the constants ${enumerate(values, describeJson)}`;
  const constants = new Map(values.map((value) => [keyOf(value, kind), value]));
  const json = values.map((value) => toJson(value));
  const given = (value: unknown): Constant => {
    const constant = constants.get(keyOf(value, kind));
    if (constant === undefined) throw refused(value, words, faultOf(value, kind));
    return constant;
  };
  const received = (value: unknown, inWords: string): Constant => {
    const constant = constants.get(keyOf(value, kind));
    if (constant === undefined) throw mismatch(words, inWords, faultOf(value, kind));
    return constant;
  };
  return {
    tag: "LiteralTypeTransformer",
    words,
    literalType: choiceType(base.literalType, json),
    jsonSchema: choiceSchema(json, kind),
    // The annotation: a list of values in a Struct.
    depth: 3,
    toLiteral: (value) => base.toLiteral(given(value)),
    fromLiteral: (literal) => received(base.fromLiteral(literal), describeLiteral(literal)),
    write: (value, writer) => base.write(given(value), writer),
    read(reader) {
      const inWords = describeToken(reader.peek());
      return received(base.read(reader), inWords);
    },
    toJson: (value) => toJson(given(value)),
  };
}

/** What two constants share if they are the same value for Flyte; undefined for a value of another kind. */
export function keyOf(value: unknown, kind: ChoiceKind): Constant | undefined {
  if (kind !== "int") return typeof value === KINDS[kind] ? (value as Constant) : undefined;
  if (typeof value === "bigint") return value;
  return Number.isSafeInteger(value) ? BigInt(value as number) : undefined;
}

const KINDS = { string: "string", float: "number", boolean: "boolean" } as const;

// JSON has doubles only, as flytekit's annotation, which nothing reads back.
function toJson(value: Constant): Json {
  return typeof value === "bigint" ? Number(value) : value;
}

function choiceType(type: idl.LiteralType, values: readonly Json[]): idl.LiteralType {
  return { ...type, annotation: { annotations: { literal_values: [...values] } } };
}

// flytekit writes an enum without members for floats, which its own reader refuses.
function choiceSchema(values: readonly Json[], kind: ChoiceKind): JsonSchema {
  if (kind === "float") return { type: "number" };
  const [only = null] = values;
  return values.length === 1 ? { const: only } : { enum: [...values] };
}

function faultOf(value: unknown, kind: ChoiceKind): "not-in-choice" | undefined {
  return keyOf(value, kind) === undefined ? undefined : "not-in-choice";
}
