import { listOf, type Source, within } from "./source.js";
import { memberOf } from "../../messages/json.js";
import type { Described } from "./described.js";
import type { Label } from "./label.js";
import { kindOf } from "./kind-of.js";

/**
 * The variants of a union. They are those of the label, in its order, where it names all that are recorded: what is
 * recorded is to be compared with them.
 */
export function describeUnion(source: Source, describe: (source: Source) => Described): Described {
  const variants = variantsOf(source);
  const ordered = inOrderOf(unique(labelsOf(source.label)), variants) ?? variants;
  return { kind: "union", variants: ordered.map(describe) };
}

function variantsOf(source: Source): readonly Source[] {
  const types = listOf(within(source.type, "union_type", "variants"));
  const schemas = listOf(memberOf(source.schema, "anyOf"));
  const count = Math.max(types.length, schemas.length);
  if (count > 0) {
    return Array.from({ length: count }, (_, i) => {
      return { ...source, label: undefined, type: types[i], schema: schemas[i] };
    });
  }
  // Nothing but the label, or values, is there to tell.
  const labels = labelsOf(source.label);
  if (labels.length > 0) return labels.map((label) => ({ ...source, label }));
  const values = source.values.filter((value) => value !== null);
  return [
    { ...source, values },
    { ...source, values: [null] },
  ];
}

// A type that is named twice is one variant, unless it is one of many, as a record.
const MANY: ReadonlySet<string | undefined> = new Set([
  undefined,
  "record",
  "enum",
  "choice",
  "file",
  "dataset",
  "annotated",
]);

const NONE: Label = { head: "none", parts: [], text: "none" };

function labelsOf(label: Label | undefined): readonly Label[] {
  if (label?.head === "optional") return [...label.parts.flatMap(labelsOf), NONE];
  if (label?.head === "union") return label.parts.flatMap(labelsOf);
  return label === undefined ? [] : [label];
}

function unique(labels: readonly Label[]): readonly Label[] {
  return labels.filter(
    ({ head, text }, i) => MANY.has(head) || labels.findIndex((each) => each.text === text) === i,
  );
}

/** The variants in the order of the labels, with what only a label names; nothing if the labels do not name them all. */
function inOrderOf(labels: readonly Label[], variants: readonly Source[]): readonly Source[] | undefined {
  const left = [...variants];
  const ordered = labels.map((label) => {
    const at = left.findIndex((variant) => isSame(label, variant));
    const [found] = at < 0 ? [] : left.splice(at, 1);
    return { values: [], ...found, label };
  });
  return left.length > 0 ? undefined : ordered;
}

// A label that names no type may stand for any. Whether it is a date, only the label says.
function isSame(label: Label, variant: Source): boolean {
  if (label.head === undefined) return true;
  if (label.head === "annotated") return label.parts[0] === undefined || isSame(label.parts[0], variant);
  const [told, seen] = [kindOf({ ...variant, label }), kindOf({ ...variant, values: [] })];
  if (told === "date" || told === "datetime") return seen === "date" || seen === "datetime";
  if (told === "json" || told === "keyed") return seen === "json" || seen === "keyed";
  if (told !== seen) return false;
  const element = label.parts[0];
  if (element === undefined || (told !== "list" && told !== "map")) return true;
  const type = memberOf(variant.type, told === "list" ? "collection_type" : "map_value_type");
  const part = told === "list" ? element : label.parts[1];
  return part === undefined || isSame(part, { ...variant, label: undefined, type, schema: undefined });
}
