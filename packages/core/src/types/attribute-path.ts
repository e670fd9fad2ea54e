import type * as idl from "@flytekit-ts/models/core";

import * as errors from "../errors.js";
import { emptyLiteral, literalOf, MSGPACK, msgpackLiteral, scalarLiteral } from "../literals/literal.js";
import { MsgpackReader } from "../literals/msgpack-reader.js";
import { beyond } from "../words/describe-value.js";
import { segmentOf } from "../words/plain-object.js";
import { mismatch } from "./mismatch.js";

/** One step of a path: a field, a key or an index. */
export type Step = string | number;

type Path = readonly Step[];

/**
 * The part of a literal at the end of a path, as the backend resolves it at run time.
 *
 * Lists and maps are followed as literals, and records inside their bytes. A part of a record becomes a primitive
 * if possible. A list in a record becomes a collection whose items are MessagePack.
 *
 * @throws `ATTRIBUTE_NOT_FOUND`, `MSGPACK_MALFORMED`, `VALUE_TYPE_MISMATCH` for an integer beyond int64.
 */
export function resolveAttributePath(literal: idl.Literal, path: Path): idl.Literal {
  if (path.length === 0) return literal;
  let current = literal;
  for (const [i, step] of path.entries()) {
    if (current.value?.$case === "scalar") return inScalar(current, path, i);
    const next = memberOf(current, step);
    if (next === undefined) throw notFound(path, i);
    current = next;
  }
  return current.value?.$case === "scalar" ? inScalar(current, path, path.length) : current;
}

function memberOf({ value }: idl.Literal, step: Step): idl.Literal | undefined {
  if (value?.$case === "collection" && typeof step === "number") return value.value.literals[step];
  if (value?.$case === "map" && typeof step === "string") return value.value.literals.get(step);
  return undefined;
}

function inScalar(literal: idl.Literal, path: Path, from: number): idl.Literal {
  const scalar = literal.value?.$case === "scalar" ? literal.value.value.value : undefined;
  if (scalar?.$case === "generic") return inStruct(scalar.value ?? {}, path, from);
  if (scalar?.$case === "binary" && scalar.value.tag === MSGPACK) {
    return inMsgpack(scalar.value.value, path, from);
  }
  // As in the backend: bytes of another format are refused, even if no step is left.
  if (scalar?.$case === "binary" || from < path.length) throw notFound(path, Math.min(from, path.length - 1));
  return literal;
}

function inMsgpack(bytes: Uint8Array, path: Path, from: number): idl.Literal {
  const reader = new MsgpackReader(bytes);
  for (const [i, step] of path.entries()) {
    if (i >= from && !enter(reader, step)) throw notFound(path, i);
  }
  return toLiteral(reader);
}

// Moves the reader to the member, and returns whether it exists.
function enter(reader: MsgpackReader, step: Step): boolean {
  const token = reader.next();
  if (token.kind === "list" && typeof step === "number") {
    if (step < 0 || step >= token.size) return false;
    for (let i = 0; i < step; i += 1) reader.skip();
    return true;
  }
  if (token.kind !== "map" || typeof step !== "string") return false;
  for (let i = 0; i < token.size; i += 1) {
    if (reader.key() === step) return true;
    reader.skip();
  }
  return false;
}

function toLiteral(reader: MsgpackReader): idl.Literal {
  const token = reader.peek();
  switch (token.kind) {
    case "int":
      return primitive({ $case: "integer", value: toInt64(token.value) });
    case "float":
      return primitive({ $case: "floatValue", value: token.value });
    case "string":
      return primitive({ $case: "stringValue", value: token.value });
    case "boolean":
      return primitive({ $case: "boolean", value: token.value });
    case "list": {
      reader.next();
      const literals: idl.Literal[] = [];
      while (literals.length < token.size) literals.push(msgpackLiteral(reader.slice()));
      return literalOf({ $case: "collection", value: { literals } });
    }
    default:
      return msgpackLiteral(reader.slice());
  }
}

function toInt64(value: number | bigint): bigint {
  const integer = BigInt(value);
  if (BigInt.asIntN(64, integer) === integer) return integer;
  throw mismatch("64-bit integer", `the integer ${value}${beyond(value)}`);
}

function inStruct(struct: unknown, path: Path, from: number): idl.Literal {
  let current = struct;
  for (const [i, step] of path.entries()) {
    // As in the backend: a step into a value without members is ignored.
    if (i < from || typeof current !== "object" || current === null) continue;
    const fits = Array.isArray(current) ? typeof step === "number" : typeof step === "string";
    if (!fits || !Object.hasOwn(current, step)) throw notFound(path, i);
    current = Reflect.get(current, step);
  }
  return structToLiteral(current);
}

function structToLiteral(value: unknown): idl.Literal {
  if (typeof value === "string") return primitive({ $case: "stringValue", value });
  if (typeof value === "boolean") return primitive({ $case: "boolean", value });
  // A Struct has no integers. As in the backend, every number becomes a float.
  if (typeof value === "number") return primitive({ $case: "floatValue", value });
  if (Array.isArray(value)) {
    return literalOf({ $case: "collection", value: { literals: value.map(structToLiteral) } });
  }
  if (typeof value === "object" && value !== null)
    return scalarLiteral({ $case: "generic", value: { ...value } });
  // As in the backend: null becomes an empty literal here.
  return emptyLiteral();
}

function primitive(value: NonNullable<idl.Primitive["value"]>): idl.Literal {
  return scalarLiteral({ $case: "primitive", value: { value } });
}

function notFound(path: Path, at: number): Error {
  const text = (steps: Path): string =>
    steps.map((step) => (typeof step === "number" ? `[${step}]` : segmentOf(step))).join("");
  return errors.ATTRIBUTE_NOT_FOUND({ path: text(path), step: text(path.slice(at, at + 1)) });
}
