import { describeJson, quote, shorten } from "../../words/enumerate.js";
import { crash, FITS, misfit, type Outcome, worse } from "../evaluation/outcome.js";
import { unlikeSchemas } from "./describe-schema.js";
import type { Bound, SchemaNode } from "./schema-node.js";

/** Makes the checks of the wanted types on two schemas, without the schemas inside them. */
export function compareByType(from: SchemaNode, to: SchemaNode): Outcome {
  let outcome: Outcome = FITS;
  for (const type of typesOf(to)) outcome = worse(outcome, CHECKS[type]?.(from, to) ?? FITS);
  return outcome;
}

/** The types by which a schema is compared. A schema without a type counts as an object. */
export function typesOf({ types }: SchemaNode): ReadonlySet<string> {
  return types.size === 0 ? OBJECT : types;
}

const OBJECT: ReadonlySet<string> = new Set(["object"]);

type Check = (from: SchemaNode, to: SchemaNode) => Outcome;

// The backend checks nothing for integers, booleans and null.
const CHECKS: { readonly [type: string]: Check } = {
  string: compareStrings,
  number: compareNumbers,
  array: compareLists,
  object: compareObjects,
};

function compareStrings(from: SchemaNode, to: SchemaNode): Outcome {
  if (to.pattern !== undefined && from.pattern === undefined) {
    return crash(() => `the pattern ${quote(to.pattern ?? "")} is wanted, but the other side has no pattern`);
  }
  const odd = to.enum && [...to.enum, ...(from.enum ?? [])].find((value) => typeof value !== "string");
  if (odd !== undefined) return crash(() => `an enum of strings has the value ${describeJson(odd)}`);
  if (from.format !== to.format) return unlikeSchemas(from, to);
  if (from.pattern !== to.pattern && to.pattern !== undefined) {
    return misfit(() => `the pattern ${quote(from.pattern ?? "")} is not ${quote(to.pattern ?? "")}`);
  }
  const values = new Set(to.enum);
  const other = to.enum && from.enum?.find((value) => !values.has(value));
  if (other !== undefined)
    return misfit(() => `it may be ${describeJson(other)}, which the other does not allow`);
  return compareBounds(from, to, ["minLength", "maxLength"]);
}

function compareNumbers(from: SchemaNode, to: SchemaNode): Outcome {
  const [factor, wanted] = [from.bounds.get("multipleOf"), to.bounds.get("multipleOf")];
  if ((factor === undefined) !== (wanted === undefined)) {
    return crash(() => "one side has a multipleOf and the other has none");
  }
  if (factor !== undefined && wanted !== undefined) {
    // The backend cuts off the fractions of both and divides the integers.
    if (Math.trunc(wanted) === 0) return crash(() => `the multipleOf ${wanted} is below 1`);
    if (BigInt(Math.trunc(factor)) % BigInt(Math.trunc(wanted)) !== 0n) {
      return misfit(() => `a multiple of ${factor} is not always a multiple of ${wanted}`);
    }
  }
  return compareBounds(from, to, ["minimum", "maximum"]);
}

function compareLists(from: SchemaNode, to: SchemaNode): Outcome {
  if (to.unique && !from.unique) return misfit(() => "its items may be equal, but must be unique");
  if (to.items !== undefined && !isSameForm(from.items, to.items)) {
    return misfit(() => "its items are declared differently");
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

// The bounds are a lower and an upper bound, in this order.
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
  return misfit(() =>
    given === undefined
      ? `it has no ${bound}, but ${bound} ${wanted} is wanted`
      : `its ${bound} is ${given}, but ${wanted} is wanted`,
  );
}
