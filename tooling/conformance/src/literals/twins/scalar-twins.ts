import { isReadObject, NumberText, plainOf, type Read } from "../rows/read-json.js";
import type { ScalarKind } from "../described/described.js";
import { bytesIn, floatIn, integerIn, nativeOfAny } from "./native-of-any.js";
import { maker, type Twin } from "./twin.js";

type Plain = Exclude<ScalarKind, "json" | "date" | "datetime" | "duration">;

/** Types whose values are one scalar. */
export function scalarTwin(kind: Plain): Twin {
  return SCALARS[kind]();
}

const SCALARS: Readonly<Record<Plain, () => Twin>> = {
  int: () => ({
    type: maker("int")({ bigint: true }),
    fits: (value) => isInt64(integerIn(value)),
    // A whole float is the same number.
    takes: (value) => isInt64(integerIn(value)) || Number.isSafeInteger(floatIn(value)),
    native: (value) => integerOf(value) ?? nativeOfAny(value),
    isSame: (value, decoded) => integerOf(value) === decoded,
  }),
  float: () => ({
    type: maker("float")(),
    fits: (value) => floatIn(value) !== undefined,
    takes: (value) => numberIn(value) !== undefined,
    native: (value) => numberIn(value) ?? nativeOfAny(value),
    isSame: (value, decoded) => Object.is(numberIn(value), decoded),
  }),
  str: () => sameTwin("string", (value) => typeof value === "string" && isWellFormed(value)),
  bool: () => sameTwin("boolean", (value) => typeof value === "boolean"),
  none: () => ({
    ...sameTwin("none", (value) => value === null),
    isSame: (value, decoded) => value === null && decoded === undefined,
  }),
  binary: () => ({
    type: maker("binary")(),
    fits: (value) => bytesIn(value) !== undefined,
    takes: (value) => bytesIn(value) !== undefined,
    native: (value) => bytesIn(value) ?? nativeOfAny(value),
    isSame: (value, decoded) => isBytes(decoded) && hexOf(bytesIn(value)) === hexOf(decoded),
  }),
  error: () => ({
    type: maker("error")(),
    fits: isError,
    takes: isError,
    native: errorOf,
    isSame: (value, decoded) => JSON.stringify(errorOf(value)) === JSON.stringify(decoded),
  }),
};

function sameTwin(name: string, fits: (value: Read) => boolean): Twin {
  return {
    type: maker(name)(),
    fits,
    takes: fits,
    native: (value) => (fits(value) ? plainOf(value) : nativeOfAny(value)),
    isSame: (value, decoded) => fits(value) && value === decoded,
  };
}

// An int is a number for us: it is a fair value of a float.
function numberIn(value: Read): number | undefined {
  return value instanceof NumberText ? Number(value.text) : floatIn(value);
}

function isError(value: Read): boolean {
  return isReadObject(value) && value.has("message") && value.has("failed_node_id");
}

function errorOf(value: Read): unknown {
  if (!isReadObject(value)) return nativeOfAny(value);
  return { message: value.get("message"), failedNodeId: value.get("failed_node_id") };
}

function integerOf(value: Read): bigint | undefined {
  const float = floatIn(value);
  return Number.isSafeInteger(float) ? BigInt(Number(float)) : integerIn(value);
}

function isInt64(integer: bigint | undefined): boolean {
  return integer !== undefined && BigInt.asIntN(64, integer) === integer;
}

function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

function isBytes(value: unknown): value is Uint8Array {
  return value instanceof Uint8Array;
}

function hexOf(bytes: Uint8Array | undefined): string | undefined {
  return bytes && Buffer.from(bytes).toString("hex");
}
