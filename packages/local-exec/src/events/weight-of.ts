import type * as idl from "@flytekit-ts/models/core";
import type { Literals } from "@flytekit-ts/core/tasks";
import type { RunEvent } from "./events.js";

/** What an event weighs besides its values, in bytes of memory: its object, its path and its maps of literals. */
const EVENT = 500;
/** What a literal weighs besides its text or bytes. */
const LITERAL = 200;
/** Of a longer list or map, the first parts stand for the others: an event is weighed on each step of a run. */
const LOOKED_AT = 8;
const DEEPEST = 8;

/** About how many bytes of memory an event keeps in use. */
export function weightOf(event: RunEvent): number {
  if (event.kind === "node-started") return EVENT + ofLiterals(event.inputs);
  if (event.kind === "node-succeeded" || event.kind === "run-succeeded")
    return EVENT + ofLiterals(event.outputs);
  if (event.kind === "node-logged") return EVENT + 2 * event.message.length;
  return EVENT;
}

function ofLiterals(literals: Literals | undefined): number {
  let weight = 0;
  if (literals !== undefined) for (const literal of literals.values()) weight += ofLiteral(literal, 0);
  return weight;
}

function ofLiteral({ value }: idl.Literal, depth: number): number {
  switch (value?.$case) {
    case "scalar":
      return LITERAL + ofScalar(value.value, depth);
    case "collection":
      return LITERAL + ofParts(value.value.literals, value.value.literals.length, depth);
    case "map":
      return LITERAL + ofParts(value.value.literals.values(), value.value.literals.size, depth);
    default:
      return LITERAL;
  }
}

function ofParts(parts: Iterable<idl.Literal>, size: number, depth: number): number {
  if (depth >= DEEPEST) return size * LITERAL;
  let looked = 0;
  let weight = 0;
  for (const part of parts) {
    if (looked === LOOKED_AT) break;
    looked += 1;
    weight += ofLiteral(part, depth + 1);
  }
  return looked === 0 ? 0 : (weight / looked) * size;
}

function ofScalar({ value }: idl.Scalar, depth: number): number {
  switch (value?.$case) {
    case "primitive":
      return value.value.value?.$case === "stringValue" ? 2 * value.value.value.value.length : 0;
    case "binary":
      return value.value.value.length;
    case "union":
      return value.value.value === undefined || depth >= DEEPEST
        ? 0
        : ofLiteral(value.value.value, depth + 1);
    default:
      return 0;
  }
}
