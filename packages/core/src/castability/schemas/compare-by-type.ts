import { describeJson, quote, shorten } from "../../words/enumerate.js";
import { crash, FITS, misfit, type Outcome, worse } from "../evaluation/outcome.js";
import { unlikeSchemas } from "./describe-schema.js";
import type { Bound, SchemaNode } from "./schema-node.js";

/** What is checked of two schemas because of the types that are wanted, without the schemas within them. */
export function compareByType(from: SchemaNode, to: SchemaNode): Outcome {
  let outcome: Outcome = FITS;
  for (const type of typesOf(to)) outcome = worse(outcome, CHECKS[type]?.(from, to) ?? FITS);
  return outcome;
}

/** The types by which a schema is compared: without any it counts as an object. */
export function typesOf({ types }: SchemaNode): ReadonlySet<string> {
  return types.size === 0 ? OBJECT : types;
}

const OBJECT: ReadonlySet<string> = new Set(["object"]);

type Check = (from: SchemaNode, to: SchemaNode) => Outcome;

// Nothing is looked at of integers, booleans and null.
const CHECKS: { readonly [type: string]: Check } = {
  string: compareStrings,
  number: compareNumbers,
  array: compareLists,
  object: compareObjects,
};

function compareStrings(from: SchemaNode, to: SchemaNode): Outcome {
  if (to.pattern !== undefined && from.pattern === undefined) {
    return crash(() => `the pattern ${quote(to.pattern ?? "")} is wanted where there is none`);
  }
  const odd = to.enum && [...to.enum, ...(from.enum ?? [])].find((value) => typeof value !== "string");
  if (odd !== undefined) return crash(() => `an enum of strings has the value ${describeJson(odd)}`);
  if (from.format !== to.format) return unlikeSchemas(from, to);
  if (from.pattern !== to.pattern && to.pattern !== undefined) {
    return misfit(() => `the pattern ${quote(from.pattern ?? "")} is not ${quote(to.pattern ?? "")}`);
  }
  const values = new Set(to.enum);
  const other = to.enum && from.enum?.find((value) => !values.has(value));
  if (other !== undefined) return misfit(() => `it may be ${describeJson(other)}, which is not wanted`);
  return compareBounds(from, to, ["minLength", "maxLength"]);
}

function compareNumbers(from: SchemaNode, to: SchemaNode): Outcome {
  const [factor, wanted] = [from.bounds.get("multipleOf"), to.bounds.get("multipleOf")];
  if ((factor === undefined) !== (wanted === undefined)) {
    return crash(() => "one side has a multipleOf and the other has none");
  }
  if (factor !== undefined && wanted !== undefined) {
    // The backend divides what is left of both without their fractions.
    if (Math.trunc(wanted) === 0) return crash(() => `the multipleOf ${wanted} is below 1`);
    if (BigInt(Math.trunc(factor)) % BigInt(Math.trunc(wanted)) !== 0n) {
      return misfit(() => `a multiple of ${factor} is none of ${wanted}`);
    }
  }
  return compareBounds(from, to, ["minimum", "maximum"]);
}

function compareLists(from: SchemaNode, to: SchemaNode): Outcome {
  if (to.unique && !from.unique) return misfit(() => "its items may be equal, and are not to be");
  if (to.items !== undefined && !isSameForm(from.items, to.items)) {
    return misfit(() => "its items are declared in another way");
  }
  return compareBounds(from, to, ["minItems", "maxItems"]);
}

function isSameForm(from: SchemaNode["items"], to: SchemaNode["items"]): boolean {
  if (!Array.isArray(from) || !Array.isArray(to))
    return from !== undefined && !Array.isArray(from) && !Array.isArray(to);
  return from.length === to.length;
}

function compareObjects(from: SchemaNode, to: SchemaNode): Outcome {
  for (const name of to.properties.keys()) {
    if (!from.properties.has(name)) return misfit(() => `field ${shorten(name)} is missing`);
  }
  for (const name of to.required) {
    if (!from.required.has(name)) return misfit(() => `field ${shorten(name)} may be missing`);
  }
  return compareBounds(from, to, ["minProperties", "maxProperties"]);
}

// The first is the lower bound, the second the upper.
function compareBounds(from: SchemaNode, to: SchemaNode, [lower, upper]: readonly [Bound, Bound]): Outcome {
  return worse(
    compareBound(from, to, lower, (given, wanted) => given >= wanted),
    compareBound(from, to, upper, (given, wanted) => given <= wanted),
  );
}

function compareBound(
  from: SchemaNode,
  to: SchemaNode,
  bound: Bound,
  isWithin: (given: number, wanted: number) => boolean,
): Outcome {
  const [given, wanted] = [from.bounds.get(bound), to.bounds.get(bound)];
  if (wanted === undefined || (given !== undefined && isWithin(given, wanted))) return FITS;
  return misfit(() => `its ${bound} is ${given ?? "not given"}, and ${wanted} is wanted`);
}
