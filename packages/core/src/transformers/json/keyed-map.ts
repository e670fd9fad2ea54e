import { isMap } from "node:util/types";
import { describeLiteral, msgpackLiteral } from "../../literals/literal.js";
import { describeToken, MsgpackReader } from "../../literals/msgpack-reader.js";
import { MsgpackWriter } from "../../literals/msgpack-writer.js";
import { mismatch, refused, within } from "../../types/mismatch.js";
import type { TypeTransformer } from "../../types/transformer.js";
import { DICT_DEPTH, dictType } from "./dict-type.js";
import { keyOfText } from "./key-of-text.js";
import { KeyNumbers } from "./key-numbers.js";
import { keyedParts } from "./keyed-parts.js";

/** The two types of a map whose keys are no strings. */
export interface KeyedTypes<K, V> {
  readonly key: TypeTransformer<K>;
  readonly value: TypeTransformer<V>;
}

/**
 * Maps from integers, floats, booleans, ... to one type. For Flyte they are untyped records, since its own maps have
 * strings as keys; flytekit keeps the keys, and so does this.
 */
export function keyedMapTransformer<K, V>(types: KeyedTypes<K, V>): TypeTransformer<Map<K, V>> {
  const { key, value } = types;
  // Not a constant: the words of a type that is declared later are not known yet.
  const typed = {
    ...types,
    get words() {
      return `map from ${key.words} to ${value.words}`;
    },
  };
  const write = (map: unknown, writer: MsgpackWriter): void => writeMap(map, writer, typed);
  return {
    tag: "Typed Dict",
    get words() {
      return typed.words;
    },
    literalType: dictType(),
    jsonSchema: value.jsonSchema &&
      key.jsonSchema && {
        type: "object",
        additionalProperties: value.jsonSchema,
        propertyNames: key.jsonSchema,
      },
    depth: DICT_DEPTH,
    toLiteral(map) {
      const writer = new MsgpackWriter();
      write(map, writer);
      return msgpackLiteral(writer.finish());
    },
    fromLiteral(literal) {
      throw mismatch(typed.words, describeLiteral(literal));
    },
    write,
    read: (reader) => readMap(reader, typed),
    ...keyedParts(value),
  };
}

interface Typed<K, V> extends KeyedTypes<K, V> {
  readonly words: string;
}

function writeMap<K, V>(map: unknown, writer: MsgpackWriter, typed: Typed<K, V>): void {
  const { key, value } = typed;
  // Not with instanceof: test runners and workers have separate Map classes.
  if (!isMap(map)) throw refused(map, typed.words, "no-map");
  const entries = [...map];
  writer.map(entries.length);
  const numbers = new KeyNumbers();
  entries.forEach(([one, item], index) => {
    const segment = `[key ${index}]`;
    at(segment, () => key.write(one, writer));
    if (numbers.hasSeen(one)) throw within(segment, mismatch("another key", "the same key twice for Python"));
    at(segmentOfKey(one, index), () => value.write(item, writer));
  });
}

function readMap<K, V>(reader: MsgpackReader, typed: Typed<K, V>): Map<K, V> {
  const { key, value } = typed;
  const token = reader.next();
  if (token.kind !== "map") throw mismatch(typed.words, describeToken(token));
  const map = new Map<K, V>();
  const numbers = new KeyNumbers();
  for (let i = 0; i < token.size; i += 1) {
    const one = at(`[key ${i}]`, () => readKey(reader, key));
    if (map.has(one) || numbers.hasSeen(one))
      throw within(`[key ${i}]`, mismatch("another key", "the same key twice"));
    map.set(
      one,
      at(segmentOfKey(one, i), () => value.read(reader)),
    );
  }
  return map;
}

// The keys of a Struct are strings, whatever they were: "1" is read as the integer, as in flytekit.
function readKey<K>(reader: MsgpackReader, key: TypeTransformer<K>): K {
  const token = reader.peek();
  const bytes = token.kind === "string" ? keyOfText(token.value, key.tag) : undefined;
  if (bytes === undefined) return key.read(reader);
  reader.skip();
  return key.read(new MsgpackReader(bytes));
}

// Only keys that are numbers are shown: a text may be secret.
function segmentOfKey(key: unknown, index: number): string {
  return ["number", "bigint", "boolean"].includes(typeof key) ? `[${String(key)}]` : `[key ${index}]`;
}

function at<T>(segment: string, convert: () => T): T {
  try {
    return convert();
  } catch (error) {
    throw within(segment, error);
  }
}
