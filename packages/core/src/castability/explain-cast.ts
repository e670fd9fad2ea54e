import type * as idl from "@flytekit-ts/models/core";

import { describeLiteralType } from "../literals/describe-type.js";
import { SimpleType } from "../literals/idl-enums.js";
import { simpleOf } from "../literals/read-type.js";
import { castOutcome } from "./cast-outcome.js";
import type { Path } from "./evaluation/outcome.js";

/**
 * Why a value of type `upstream` cannot be given where `downstream` is wanted; undefined if it can.
 *
 * The result is one sentence for a message, without a full stop: the types, the innermost place that is wrong, and
 * the reason.
 */
export function explainCast(upstream: idl.LiteralType, downstream: idl.LiteralType): string | undefined {
  const outcome = castOutcome(upstream, downstream);
  if (outcome.verdict === "castable") return undefined;
  const [from, to] = [describeLiteralType(upstream), describeLiteralType(downstream)];
  const reason = outcome.path === undefined ? outcome.why() : `in ${placeOf(outcome.path)}, ${outcome.why()}`;
  if (outcome.verdict === "crashes-backend")
    return `comparing ${from} with ${to} crashes the backend: ${reason}`;
  if (outcome.path !== undefined || (isRecord(upstream) && isRecord(downstream))) {
    return `${from} does not fit ${from === to ? `another ${to}` : to}: ${reason}`;
  }
  return isConvertible(upstream) && isConvertible(downstream)
    ? `${reason}: a task has to convert it`
    : reason;
}

function isRecord(type: idl.LiteralType): boolean {
  return simpleOf(type) === SimpleType.STRUCT;
}

const CONVERTIBLE: ReadonlySet<number | undefined> = new Set([
  ...[SimpleType.INTEGER, SimpleType.FLOAT, SimpleType.STRING, SimpleType.BOOLEAN],
  ...[SimpleType.DATETIME, SimpleType.DURATION],
]);

function isConvertible(type: idl.LiteralType): boolean {
  return CONVERTIBLE.has(simpleOf(type));
}

// In a long path the first and last places are enough.
const MOST_PLACES = 4;

function placeOf(path: Path): string {
  const places: string[] = [];
  for (let at: Path | undefined = path; at !== undefined; at = at.rest) places.push(at.place());
  if (places.length > MOST_PLACES) places.splice(2, places.length - MOST_PLACES, "...");
  return places.reverse().join(" of ");
}
