import type * as idl from "@flytekit-ts/models/core";
import { literalTypeOf } from "../literals/literal-type.js";
import { describeLiteral, literalOf } from "../literals/literal.js";
import { describeToken, type MsgpackReader, type MsgpackToken } from "../literals/msgpack-reader.js";
import { depthOf } from "../types/depth-of.js";
import { decodeLiteral } from "../types/decode-literal.js";
import { mismatch, refused, within } from "../types/mismatch.js";
import type { TypeTransformer } from "../types/transformer.js";
import { grouped } from "../words/enumerate.js";
import { isPlainObject, isWellFormed, segmentOf, setOwn } from "../words/plain-object.js";
import { mapParts } from "./parts/map-parts.js";

/** Maps from strings to one value type. */
export function mapTransformer<T>(valueType: TypeTransformer<T>): TypeTransformer<Record<string, T>> {
  // Not a constant: the words of a type that is declared later are not known yet.
  const words = (): string => `map of ${grouped(valueType.words)}`;
  return {
    tag: "Typed Dict",
    get words() {
      return words();
    },
    literalType: literalTypeOf({ $case: "mapValueType", value: valueType.literalType }),
    jsonSchema: valueType.jsonSchema && {
      type: "object",
      additionalProperties: valueType.jsonSchema,
      propertyNames: { type: "string" },
    },
    depth: depthOf(valueType) + 3,
    members: { kind: "map", value: valueType },
    mayBe: isPlainObject,
    toLiteral(value) {
      const given = asMap(value, words);
      const literals = new Map<string, idl.Literal>();
      eachKey(Object.keys(given), (key) => literals.set(key, valueType.toLiteral(given[key])));
      return literalOf({ $case: "map", value: { literals } });
    },
    fromLiteral(literal) {
      if (literal.value?.$case !== "map") throw mismatch(words(), describeLiteral(literal));
      const { literals } = literal.value.value;
      const value: Record<string, T> = {};
      eachKey(literals.keys(), (key) => {
        const item = literals.get(key);
        if (item !== undefined) setOwn(value, key, decodeLiteral(valueType, item));
      });
      return value;
    },
    write(value, writer) {
      const given = asMap(value, words);
      const keys = Object.keys(given);
      writer.map(keys.length);
      let at = "";
      // No closure: most maps in records are small, and there are many of them.
      try {
        for (at of keys) {
          writer.string(at);
          valueType.write(given[at], writer);
        }
      } catch (error) {
        throw within(segmentOf(at), error);
      }
    },
    read: (reader) => readMap(reader, valueType, words),
    ...mapParts(valueType),
  };
}

function readMap<T>(
  reader: MsgpackReader,
  valueType: TypeTransformer<T>,
  words: () => string,
): Record<string, T> {
  const token = reader.next();
  if (token.kind !== "map") throw mismatch(words(), describeToken(token));
  const value: Record<string, T> = {};
  let at: string | undefined;
  try {
    for (let i = 0; i < token.size; i += 1) {
      at = undefined;
      at = reader.string() ?? keyOf(reader.next(), words);
      setOwn(value, at, valueType.read(reader));
    }
  } catch (error) {
    throw at === undefined ? error : within(segmentOf(at), error);
  }
  return value;
}

function keyOf(token: MsgpackToken, words: () => string): string {
  if (token.kind === "string") return token.value;
  throw mismatch(`${words()} with string keys`, `${describeToken(token)} as a key`);
}

function eachKey(keys: Iterable<string>, convert: (key: string) => unknown): void {
  let at = "";
  try {
    for (const key of keys) {
      at = key;
      convert(key);
    }
  } catch (error) {
    throw within(segmentOf(at), error);
  }
}

function asMap(value: unknown, words: () => string): Readonly<Record<string, unknown>> {
  if (!isPlainObject(value)) throw refused(value, words());
  for (const key of Object.keys(value)) {
    if (!isWellFormed(key)) throw mismatch(words(), "a key with half a surrogate pair");
  }
  return value;
}
