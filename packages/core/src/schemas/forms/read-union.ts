import type { Form } from "./form.js";
import { formOf } from "./read-constants.js";
import { isEqual, type Node, ONE_NONE, type Reading, refusal, type Spot } from "./reading.js";

/** What the keywords `anyOf` and `oneOf` describe: an optional if none is among the variants, else a union. */
export function readUnion(reading: Reading, node: Node, spot: Spot): Form {
  const given: unknown = node["anyOf"] ?? node["oneOf"];
  const refuse = (what: string, instead?: string): Error => refusal(reading, spot.path, what, instead);
  if (!Array.isArray(given) || given.length === 0) throw refuse("a union without variants");
  if (given.length > MOST_VARIANTS) throw refuse(`a union of more than ${MOST_VARIANTS} variants`);
  if (node["anyOf"] !== undefined && node["oneOf"] !== undefined)
    throw refuse("`anyOf` and `oneOf` in one schema", "Use one of them.");
  const read = given.map((each: unknown, i) => reading.read(reading, each, named(spot, i, given)));
  const flat = read.flatMap(flatten);
  const isNone = ({ kind }: Form): boolean => kind === "null" || kind === "undefined";
  const nones = new Set(flat.filter(isNone).map(({ kind }) => kind));
  if (nones.size > 1) throw refuse("null beside undefined", ONE_NONE);
  const variants = joined(distinct(flat.filter((form) => !isNone(form))));
  const [first] = variants;
  if (first === undefined) return { kind: nones.has("null") ? "null" : "undefined" };
  const form: Form = variants.length === 1 ? first : { kind: "union", variants };
  return nones.size === 0
    ? form
    : { kind: "optional", inner: form, none: nones.has("null") ? null : undefined };
}

// Each is compared with each.
const MOST_VARIANTS = 200;

// Without a title, records in a union are told apart by their position.
function named(spot: Spot, i: number, all: readonly unknown[]): Spot {
  return spot.name === undefined || all.length === 1
    ? spot
    : { ...spot, name: `${spot.name}${isNullable(all) ? "" : i + 1}` };
}

function isNullable(all: readonly unknown[]): boolean {
  return all.length === 2 && all.some((each) => isEqual(each, { type: "null" }));
}

function flatten(form: Form): readonly Form[] {
  if (form.kind === "union") return form.variants;
  if (form.kind !== "optional") return [form];
  return [...flatten(form.inner), { kind: form.none === null ? "null" : "undefined" }];
}

// Constants of one kind are one variant, although most libraries write each by itself.
function joined(variants: readonly Form[]): readonly Form[] {
  const literals = variants.flatMap((form) => (form.kind === "literal" && form.codec !== true ? [form] : []));
  if (literals.length < 2) return variants;
  const others = variants.filter((form) => form.kind !== "literal" || form.codec === true);
  return [...flatten(formOf([...new Set(literals.flatMap(({ values }) => values))], true)), ...others];
}

function distinct(forms: readonly Form[]): readonly Form[] {
  return forms.filter((form, i) => forms.findIndex((other) => isEqual(form, other)) === i);
}
