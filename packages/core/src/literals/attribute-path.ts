import type * as idl from "@flytekit-ts/models/core";
import { errors } from "../errors.js";
import { segmentOf } from "../types/plain-object.js";
import { literalOf, MSGPACK, msgpackLiteral, noneLiteral, scalarLiteral } from "./literal.js";
import { describeToken, MsgpackReader } from "./msgpack-reader.js";

/** A field or key, or an index. */
export type Step = string | number;

/**
 * The part of a literal that a path leads to, as the backend resolves it at run time.
 *
 * Lists and maps are walked as literals, records inside their bytes. What a path ends on inside a record
 * becomes a primitive where it is one; a list becomes a collection of MessagePack pieces.
 *
 * @throws `ATTRIBUTE_NOT_FOUND`, `MSGPACK_MALFORMED`.
 */
export function resolveAttributePath(literal: idl.Literal, path: readonly Step[]): idl.Literal {
  if (path.length === 0) return literal;
  let current = literal;
  for (const [i, step] of path.entries()) {
    if (current.value?.$case === "scalar") return inScalar(current, path, i);
    current = stepInto(current, step, () => notFound(path, i));
  }
  return current.value?.$case === "scalar" ? inScalar(current, path, path.length) : current;
}

function stepInto(literal: idl.Literal, step: Step, missing: () => Error): idl.Literal {
  const value = literal.value;
  const next =
    value?.$case === "collection" && typeof step === "number"
      ? value.value.literals[step]
      : value?.$case === "map" && typeof step === "string"
        ? value.value.literals.get(step)
        : undefined;
  if (next === undefined) throw missing();
  return next;
}

function inScalar(literal: idl.Literal, path: readonly Step[], from: number): idl.Literal {
  const scalar = literal.value?.$case === "scalar" ? literal.value.value.value : undefined;
  if (scalar?.$case === "generic") return inStruct(scalar.value ?? {}, path, from);
  if (scalar?.$case !== "binary") {
    if (from < path.length) throw notFound(path, from);
    return literal;
  }
  if (scalar.value.tag !== MSGPACK) throw notFound(path, Math.min(from, path.length - 1));
  return inMsgpack(scalar.value.value, path, from);
}

function inMsgpack(bytes: Uint8Array, path: readonly Step[], from: number): idl.Literal {
  const reader = new MsgpackReader(bytes);
  for (let i = from; i < path.length; i += 1) {
    if (!enter(reader, path[i])) throw notFound(path, i);
  }
  return toLiteral(reader);
}

// Leaves the reader in front of the member, if there is one.
function enter(reader: MsgpackReader, step: Step | undefined): boolean {
  const token = reader.next();
  if (token.kind === "list" && typeof step === "number") {
    if (step < 0 || step >= token.size) return false;
    for (let i = 0; i < step; i += 1) reader.skip();
    return true;
  }
  if (token.kind !== "map" || typeof step !== "string") return false;
  for (let i = 0; i < token.size; i += 1) {
    const key = reader.peek();
    reader.skip();
    if (key.kind === "string" && key.value === step) return true;
    reader.skip();
  }
  return false;
}

function toLiteral(reader: MsgpackReader): idl.Literal {
  const token = reader.peek();
  switch (token.kind) {
    case "int": {
      const value = BigInt(token.value);
      if (BigInt.asIntN(64, value) !== value) throw errors.VALUE_TYPE_MISMATCH({ path: "", wanted: "64-bit integer", given: describeToken(token) });
      return primitive({ $case: "integer", value });
    }
    case "float":
      return primitive({ $case: "floatValue", value: token.value });
    case "string":
      return primitive({ $case: "stringValue", value: token.value });
    case "boolean":
      return primitive({ $case: "boolean", value: token.value });
    case "list":
      reader.next();
      return literalOf({
        $case: "collection",
        value: { literals: Array.from({ length: token.size }, () => msgpackLiteral(reader.slice())) },
      });
    default:
      return msgpackLiteral(reader.slice());
  }
}

function inStruct(struct: unknown, path: readonly Step[], from: number): idl.Literal {
  let current = struct;
  for (let i = from; i < path.length; i += 1) {
    // As the backend: a step into a value that has no members is passed over.
    if (typeof current !== "object" || current === null) continue;
    const step = path[i] ?? "";
    const fits = Array.isArray(current) ? typeof step === "number" : typeof step === "string";
    if (!fits || !Object.hasOwn(current, step)) throw notFound(path, i);
    current = Reflect.get(current, step);
  }
  return structToLiteral(current);
}

function structToLiteral(value: unknown): idl.Literal {
  if (typeof value === "string") return primitive({ $case: "stringValue", value });
  if (typeof value === "boolean") return primitive({ $case: "boolean", value });
  // A Struct has no integers: the backend gives a float, and so do we.
  if (typeof value === "number") return primitive({ $case: "floatValue", value });
  if (Array.isArray(value)) return literalOf({ $case: "collection", value: { literals: value.map(structToLiteral) } });
  if (typeof value === "object" && value !== null) return scalarLiteral({ $case: "generic", value: { ...value } });
  return noneLiteral();
}

function primitive(value: NonNullable<idl.Primitive["value"]>): idl.Literal {
  return scalarLiteral({ $case: "primitive", value: { value } });
}

function notFound(path: readonly Step[], at: number): Error {
  const text = (steps: readonly Step[]): string =>
    steps.map((step) => (typeof step === "number" ? `[${step}]` : segmentOf(step))).join("");
  return errors.ATTRIBUTE_NOT_FOUND({ path: text(path), step: text(path.slice(at, at + 1)) });
}
