import type * as idl from "@flytekit-ts/models/core";
import { atCaller } from "../../errors/at-caller.js";
import * as errors from "../../errors.js";
import { describeLiteral, msgpackLiteral, scalarLiteral } from "../../literals/literal.js";
import { SimpleType } from "../../literals/idl-enums.js";
import { MsgpackWriter } from "../../literals/msgpack-writer.js";
import { nestingOfType } from "../../literals/nesting.js";
import { EXACT } from "../../transformers/json/json-form.js";
import { readAnyJson } from "../../transformers/json/read-json.js";
import { writeAnyJson } from "../../transformers/json/write-json.js";
import { shallow } from "../../types/depth-of.js";
import type { FlyteType } from "../../types/infer.js";
import type { ExactValue } from "../../types/kinds/json-values.js";
import { refused } from "../../types/mismatch.js";
import { type RegisteredType, toLiteralType } from "./registered-type.js";
import { makeType } from "../../types/runtime-type.js";
import type { JsonSchema, TypeTransformer } from "../../types/transformer.js";

/** A value of an unknown type, as a task receives it: it can be passed on, and not looked at. */
export interface UnknownValue {
  readonly "~literal": idl.Literal;
}

/** What is known of an unknown type. */
export interface UnknownTypeOptions {
  /** What is registered. Parts that are left out are none of it. */
  readonly literalType: RegisteredType;
  /** flytekit's name of its transformer, by which unions choose. */
  readonly tag?: string;
  /** What the schema of a record says of it. Without it, no record holds it. */
  readonly jsonSchema?: { readonly [keyword: string]: unknown };
}

/**
 * A type that TypeScript has no values for: what Python alone can read. Promises of it can be passed on, and in a record
 * it is what MessagePack holds there.
 *
 * `words` tells it from other unknown types: a promise of one is no promise of another.
 *
 * @throws `OPTION_INVALID`, `VALUE_TOO_DEEP`
 */
export function unknownType<const W extends string>(
  words: W,
  options: UnknownTypeOptions,
): FlyteType<unknown, { unknown: W }, UnknownValue | ExactValue> {
  return atCaller(unknownType, () => {
    if (typeof words !== "string" || words === "") {
      const advice = 'Say what it is: `unknownType("a protobuf message", { literalType })`.';
      const params = {
        at: "unknownType",
        option: "words",
        wanted: "a string that is not empty",
        given: words,
      };
      throw errors.OPTION_INVALID({ ...params, advice });
    }
    return makeType({ transformer: shallow(unknownTransformer(words, options)) });
  });
}

function unknownTransformer(words: string, options: UnknownTypeOptions): TypeTransformer {
  const { tag = "unknown" } = options;
  const literalType = toLiteralType(options.literalType);
  return {
    tag,
    words,
    literalType,
    jsonSchema: options.jsonSchema as JsonSchema | undefined,
    depth: nestingOfType(literalType),
    toLiteral(value) {
      if (isUnknownValue(value)) return value["~literal"];
      // A record that is a message of protobuf is read from a Struct only.
      if (!isRecordType(literalType)) throw refused(value, words);
      if (isMessage(literalType)) return scalarLiteral({ $case: "generic", value: structOf(value, words) });
      const writer = new MsgpackWriter();
      writeAnyJson(value, writer, EXACT);
      return msgpackLiteral(writer.finish());
    },
    fromLiteral: (literal) => Object.freeze({ "~literal": literal }),
    write(value, writer) {
      if (isUnknownValue(value)) throw refused(describeLiteral(value["~literal"]), words);
      writeAnyJson(value, writer, EXACT);
    },
    read: (reader) => readAnyJson(reader, EXACT),
  };
}

function isUnknownValue(value: unknown): value is UnknownValue {
  return typeof value === "object" && value !== null && Object.hasOwn(value, "~literal");
}

function isRecordType({ type }: idl.LiteralType): boolean {
  return type?.$case === "simple" && type.value === SimpleType.STRUCT;
}

function isMessage({ metadata }: idl.LiteralType): boolean {
  return metadata !== undefined && Object.hasOwn(metadata, "pb_type");
}

function structOf(value: unknown, words: string): { [key: string]: unknown } {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw refused(value, words);
  // Refuses what is no JSON, with its path.
  writeAnyJson(value, new MsgpackWriter(), EXACT);
  return { ...value };
}
