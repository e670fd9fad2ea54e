import { describeJson, shorten } from "../../words/enumerate.js";
import type { Answering, Budget, Question, Rules } from "../evaluation/evaluate.js";
import { crash, FITS, ignoring, misfit, type Outcome, worse } from "../evaluation/outcome.js";
import { compareByType, typesOf } from "./compare-by-type.js";
import { describeSchema, unlikeSchemas } from "./describe-schema.js";
import type { Combination, SchemaNode } from "./schema-node.js";

/**
 * Whether the schema of a record fits another, as the backend compares them.
 *
 * The types of the wanted schema decide which checks are made, whatever the other schema is. All checks are made,
 * because a later crash is worse than an earlier misfit.
 */
export function comparingSchemas(budget: Budget): Rules<SchemaNode> {
  return { directly: () => undefined, asking };

  function* asking(from: SchemaNode, to: SchemaNode): Answering<SchemaNode> {
    const [source, wanted] = [follow(from, budget), follow(to, budget)];
    if (source === undefined || wanted === undefined) return crash(() => "a reference leads back to itself");
    budget.left -= sizeOf(source) + sizeOf(wanted);
    let outcome = compareAlone(source, wanted);
    for (const question of partsOf(source, wanted)) outcome = worse(outcome, yield question);
    for (const keyword of ["allOf", "anyOf", "oneOf"] as const) {
      outcome = worse(outcome, yield* compareCombined(source, wanted, keyword));
    }
    return outcome;
  }
}

function follow(schema: SchemaNode, budget: Budget): SchemaNode | undefined {
  const met = new Set<SchemaNode>();
  let node = schema;
  for (; node.ref !== undefined; node = node.ref) {
    if (met.has(node)) return undefined;
    met.add(node);
  }
  budget.left -= met.size;
  return node;
}

// The work of one comparison, without the comparisons of the schemas inside.
function sizeOf(schema: SchemaNode): number {
  return (schema.enum?.length ?? 0) + schema.required.size + schema.properties.size;
}

function compareAlone(from: SchemaNode, to: SchemaNode): Outcome {
  const keyword = from.ignored ?? to.ignored;
  const outcomes = [
    to.always === undefined || from.always === to.always ? FITS : unlikeSchemas(from, to),
    isTypeFitting(from, to) ? FITS : unlikeSchemas(from, to),
    compareConstants(from, to),
    compareByType(from, to),
    keyword === undefined ? FITS : ignoring(keyword),
  ];
  return outcomes.reduce(worse);
}

function isTypeFitting({ types: from }: SchemaNode, { types: to }: SchemaNode): boolean {
  if (to.size === 0) return from.size === 0 || (from.size === 1 && from.has("object"));
  return from.size === to.size && [...to].every((type) => from.has(type));
}

// The backend compares two constants without knowing their types, and crashes for two lists or two objects.
function compareConstants({ constant: from }: SchemaNode, { constant: to }: SchemaNode): Outcome {
  if (to === undefined || (from !== undefined && Object.is(from.value, to.value) && !isComposed(to.value)))
    return FITS;
  if (from !== undefined && isComposed(from.value) && isComposed(to.value)) {
    if (Array.isArray(from.value) === Array.isArray(to.value)) {
      return crash(() => "both allow only one value, which is a list or an object");
    }
  }
  return misfit(() => {
    const given = from === undefined ? "any value" : `the value ${describeJson(from.value)}`;
    return `it is ${given}, but only ${describeJson(to.value)} is wanted`;
  });
}

function isComposed(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

function* partsOf(from: SchemaNode, to: SchemaNode): Generator<Question<SchemaNode>> {
  const types = typesOf(to);
  if (types.has("array")) yield* itemsOf(from.items, to.items);
  if (!types.has("object")) return;
  for (const [name, wanted] of to.properties) {
    const given = from.properties.get(name);
    if (given !== undefined) yield { from: given, to: wanted, place: () => `field ${shorten(name)}` };
  }
}

function* itemsOf(from: SchemaNode["items"], to: SchemaNode["items"]): Generator<Question<SchemaNode>> {
  if (from === undefined || to === undefined) return;
  if ("types" in from && "types" in to) yield { from, to, place: () => "an element" };
  if ("types" in from || "types" in to || from.length !== to.length) return;
  for (const [i, wanted] of to.entries()) {
    const given = from[i];
    if (given !== undefined) yield { from: given, to: wanted, place: () => `item ${i + 1}` };
  }
}

// Every member must fit a wanted one without an ignored keyword. All members are compared, because one may crash.
function* compareCombined(from: SchemaNode, to: SchemaNode, keyword: Combination): Answering<SchemaNode> {
  const [members, wanted] = [from.combined.get(keyword), to.combined.get(keyword)];
  if (members === undefined || wanted === undefined)
    return members === wanted ? FITS : unlikeSchemas(from, to);
  let outcome: Outcome = FITS;
  for (const member of members) {
    let ignored: string | undefined;
    let fits = false;
    for (const one of wanted) {
      const answer = yield { from: member, to: one, place: () => `variant ${describeSchema(member)}` };
      fits = answer.verdict === "castable" && answer.ignored === undefined;
      if (fits) break;
      if (answer.verdict === "castable") ignored = answer.ignored;
    }
    if (!fits) outcome = worse(outcome, noneOf(from, to, member, ignored));
  }
  return outcome;
}

function noneOf(from: SchemaNode, to: SchemaNode, member: SchemaNode, ignored: string | undefined): Outcome {
  return misfit(() => {
    const words = describeSchema(member);
    if (ignored === undefined)
      return `${describeSchema(from)} is not ${describeSchema(to)}, since it may be ${words}`;
    const why = `the backend cannot compare ${words} inside an optional or a union (because of its ${ignored})`;
    return `${why}, so only an equal schema fits`;
  });
}
