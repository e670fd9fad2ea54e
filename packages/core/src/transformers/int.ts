import type { TypeFault } from "../errors/type-fault.js";
import { SimpleType } from "../literals/idl-enums.js";
import { simpleType } from "../literals/literal-type.js";
import { type Decoded, scalarTransformer } from "../types/scalar-transformer.js";
import type { TypeTransformer } from "../types/transformer.js";
import { primitive, primitiveOf } from "./primitive.js";

const LOWEST = -(2n ** 63n);
const HIGHEST = 2n ** 63n - 1n;

const common = { tag: "int", literalType: simpleType(SimpleType.INTEGER), jsonSchema: { type: "integer" } };

/** Integers as `number`. Only safe integers are accepted: larger ones are refused and not rounded. */
export const intTransformer: TypeTransformer<number> = scalarTransformer<number>({
  ...common,
  words: "integer",
  accepts: (value) => Number.isSafeInteger(value),
  faultOf(value) {
    if (typeof value === "bigint") return "whole-bigint";
    return typeof value === "number" && Number.isInteger(value) ? "too-large" : faultOfNumber(value);
  },
  encode: (value) => primitive({ $case: "integer", value: BigInt(value as number) }),
  decode: (scalar) => safe(integerOf(primitiveOf(scalar))),
  write: (value, writer) => writer.int(value as number),
  readUsual: (reader) => reader.int(),
  read: (token) => (token.kind === "int" ? safe(token.value) : undefined),
  faultOfInteger: () => "too-large",
  toJson: (value) => value as number,
});

/** Integers as `bigint`: the whole range of int64. Safe integers may also be written as numbers. */
export const bigintTransformer: TypeTransformer<bigint> = scalarTransformer<bigint>({
  ...common,
  words: "64-bit integer",
  accepts: (value) =>
    typeof value === "bigint" ? value >= LOWEST && value <= HIGHEST : Number.isSafeInteger(value),
  faultOf: (value) => (Number.isInteger(value) ? "no-bigint" : faultOfNumber(value)),
  encode: (value) => primitive({ $case: "integer", value: BigInt(value as bigint | number) }),
  decode: (scalar) => big(integerOf(primitiveOf(scalar))),
  write: (value, writer) => writer.int(value as bigint | number),
  read: (token) => (token.kind === "int" ? big(token.value) : undefined),
  toJson: (value) => Number(value),
});

// The console sends integers as floats, so a float without a fraction is read as an integer.
function integerOf(value: ReturnType<typeof primitiveOf>): bigint | number | undefined {
  if (value?.$case === "integer") return value.value;
  return value?.$case === "floatValue" && Number.isSafeInteger(value.value) ? value.value : undefined;
}

function safe(value: bigint | number | undefined): Decoded<number> {
  if (value === undefined) return undefined;
  const number = Number(value);
  return Number.isSafeInteger(number) ? { value: number } : undefined;
}

function big(value: bigint | number | undefined): Decoded<bigint> {
  if (value === undefined) return undefined;
  const integer = BigInt(value);
  return integer >= LOWEST && integer <= HIGHEST ? { value: integer } : undefined;
}

function faultOfNumber(value: unknown): TypeFault | undefined {
  if (typeof value === "string") return "no-number";
  return Number.isFinite(value) ? "fraction" : undefined;
}
