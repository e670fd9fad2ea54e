import { MsgpackWriter } from "../../literals/msgpack-writer.js";

const INTEGER = /^-?\d{1,20}$/;
const NUMBER = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ["true", true],
  ["True", true],
  ["false", false],
  ["False", false],
]);

const FLOATS: ReadonlyMap<string, number> = new Map([
  ["NaN", Number.NaN],
  ["nan", Number.NaN],
  ["Infinity", Number.POSITIVE_INFINITY],
  ["inf", Number.POSITIVE_INFINITY],
  ["-Infinity", Number.NEGATIVE_INFINITY],
  ["-inf", Number.NEGATIVE_INFINITY],
]);

/**
 * The key that a text stands for in a Struct, as MessagePack; undefined if it stands for none of the type with this
 * tag.
 */
export function keyOfText(text: string, tag: string): Uint8Array | undefined {
  const writer = new MsgpackWriter();
  if (tag === "bool") {
    const value = BOOLEANS.get(text);
    if (value === undefined) return undefined;
    writer.boolean(value);
  } else if (tag === "float") {
    const value = FLOATS.get(text) ?? (NUMBER.test(text) ? Number(text) : undefined);
    if (value === undefined) return undefined;
    writer.float(value);
  } else {
    const value = tag === "int" ? integerOf(text) : undefined;
    if (value === undefined) return undefined;
    writer.int(value);
  }
  return writer.finish();
}

// Also "1.0": the numbers of a Struct are floats.
function integerOf(text: string): bigint | undefined {
  if (INTEGER.test(text)) return inRange(BigInt(text));
  const number = NUMBER.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(number) ? BigInt(number) : undefined;
}

function inRange(integer: bigint): bigint | undefined {
  return BigInt.asIntN(64, integer) === integer ? integer : undefined;
}
