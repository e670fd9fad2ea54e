import { describeToken, MsgpackReader, type MsgpackToken } from "../../literals/msgpack-reader.js";
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
  const token = reader.peek();
  const possible = union.variants.filter((variant) => union.kinds.get(variant)?.has(token.kind) ?? true);
  const [first] = possible.length > 0 ? possible : [union.only];
  if (first === undefined) throw mismatch(union.words, describeToken(token));
  if (possible.length < 2) return { variant: first, value: first.transformer.read(reader) };
  return readBytes(reader.slice(), possible, { union, token });
}

interface Read {
  readonly union: Union;
  readonly token: MsgpackToken;
}

function readBytes(bytes: Uint8Array, possible: readonly Variant[], { union, token }: Read): Reading {
  const read = ({ transformer }: Variant): unknown => {
    const reader = new MsgpackReader(bytes);
    const value = transformer.read(reader);
    reader.end();
    return value;
  };
  let reading: Reading | undefined;
  const search = (): Variant => {
    const given = (): string => describeToken(token);
    reading = oneReading({ variants: possible, words: union.words, given, read, isExact: isOf(token) });
    return reading.variant;
  };
  // Only lists and maps can have other unions inside.
  const hasParts = token.kind === "list" || token.kind === "map";
  const variant = hasParts ? remembered(union, Buffer.from(bytes).toString("latin1"), search) : search();
  // What was remembered is not the value, which would then be in two places.
  return reading ?? { variant, value: read(variant) };
}

// An integer is never how a float is written, but how one may arrive that has passed through JSON.
function isOf(token: MsgpackToken): (variant: Variant) => boolean {
  return ({ transformer }) => token.kind === "int" && transformer.jsonSchema?.["type"] === "integer";
}
