import { literalTypeOf } from "../literals/literal-type.js";
import { describeLiteral, literalOf } from "../literals/literal.js";
import { describeToken, type MsgpackReader } from "../literals/msgpack-reader.js";
import { depthOf } from "../types/depth-of.js";
import { decodeLiteral } from "../types/decode-literal.js";
import { atKey, mismatch, refused } from "../types/mismatch.js";
import type { TypeTransformer } from "../types/transformer.js";
import { grouped } from "../words/enumerate.js";
import { isPlainObject, isWellFormed, setOwn } from "../words/plain-object.js";
import { mapParts } from "./parts/map-parts.js";

/** Maps from strings to one value type. */
export function mapTransformer<T>(valueType: TypeTransformer<T>): TypeTransformer<Record<string, T>> {
  const words = `map of ${grouped(valueType.words)}`;
  return {
    tag: "Typed Dict",
    words,
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
      const literals = new Map(
        asEntries(value, words).map(([key, item]) => [key, atKey(key, () => valueType.toLiteral(item))]),
      );
      return literalOf({ $case: "map", value: { literals } });
    },
    fromLiteral(literal) {
      if (literal.value?.$case !== "map") throw mismatch(words, describeLiteral(literal));
      const value: Record<string, T> = {};
      for (const [key, item] of literal.value.value.literals) {
        const decoded = atKey(key, () => decodeLiteral(valueType, item));
        setOwn(value, key, decoded);
      }
      return value;
    },
    write(value, writer) {
      const entries = asEntries(value, words);
      writer.map(entries.length);
      for (const [key, item] of entries) {
        writer.string(key);
        atKey(key, () => valueType.write(item, writer));
      }
    },
    read: (reader) => readMap(reader, valueType, words),
    ...mapParts(valueType),
  };
}

function readMap<T>(reader: MsgpackReader, valueType: TypeTransformer<T>, words: string): Record<string, T> {
  const token = reader.next();
  if (token.kind !== "map") throw mismatch(words, describeToken(token));
  const value: Record<string, T> = {};
  for (let i = 0; i < token.size; i += 1) {
    const key = reader.next();
    if (key.kind !== "string") throw mismatch(`${words} with string keys`, `${describeToken(key)} as a key`);
    const item = atKey(key.value, () => valueType.read(reader));
    setOwn(value, key.value, item);
  }
  return value;
}

function asEntries(value: unknown, words: string): [string, unknown][] {
  if (!isPlainObject(value)) throw refused(value, words);
  const entries = Object.entries(value);
  const broken = entries.find(([key]) => !isWellFormed(key));
  if (broken !== undefined) throw mismatch(words, "a key with half a surrogate pair");
  return entries;
}
