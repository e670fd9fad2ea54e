import { describeToken, type MsgpackReader } from "../../literals/msgpack-reader.js";
import { mismatch } from "../../types/mismatch.js";
import { oneReading, type Reading } from "./one-reading.js";
import { remembered } from "./remembered.js";
import type { Union } from "./union-of.js";
import type { Variant } from "./variant.js";

/**
 * Reads a value inside a record, which does not say which variant it is.
 *
 * @throws `UNION_AMBIGUOUS` if several variants read different values; `VALUE_TYPE_MISMATCH` if none can read it.
 */
export function readVariant(reader: MsgpackReader, union: Union): Reading {
  const possible = union.ofKind(reader.kind());
  const only = possible[0] ?? union.only;
  if (only === undefined) throw mismatch(union.words, describeToken(reader.peek()));
  if (possible.length < 2) return { variant: only, value: only.transformer.read(reader) };
  const { position } = reader;
  const { reading, end } = remembered([union, reader, position], () => readAll(reader, union));
  reader.seek(end);
  return reading;
}

interface ReadAll {
  readonly reading: Reading;
  readonly end: number;
}

function readAll(reader: MsgpackReader, union: Union): ReadAll {
  const token = reader.peek();
  const { position } = reader;
  const ends = new Map<Variant, number>();
  const reading = oneReading({
    variants: union.ofKind(token.kind),
    words: union.words,
    given: () => describeToken(token),
    read(variant) {
      reader.seek(position);
      const value = variant.transformer.read(reader);
      ends.set(variant, reader.position);
      return value;
    },
    // An integer is never how a float is written, but how one may arrive that has passed through JSON.
    isExact: ({ transformer }) => token.kind === "int" && transformer.jsonSchema?.["type"] === "integer",
  });
  return { reading, end: ends.get(reading.variant) ?? position };
}
