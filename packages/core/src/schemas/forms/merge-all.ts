import { isPlainObject, setOwn } from "../../words/plain-object.js";
import { isEqual, type Node, type Reading, refusal, resolvePointer, type Spot } from "./reading.js";

/**
 * The members of `allOf` and what stands beside it, as one schema. Records are put together if no field differs;
 * other members may say one type.
 */
export function mergeAll(reading: Reading, node: Node, spot: Spot): Node {
  const { allOf, ...beside } = node;
  if (!Array.isArray(allOf)) throw refusal(reading, spot.path, "`allOf` that is no list");
  const members = [beside, ...allOf].map((each: unknown) => resolved(reading, each, spot));
  return members.reduce((whole, each) =>
    merge(whole, each, () =>
      refusal(
        reading,
        spot.path,
        "an intersection of different types",
        "Write the intersection as one schema.",
      ),
    ),
  );
}

function resolved(reading: Reading, member: unknown, spot: Spot): Node {
  reading.budget.left -= 1;
  if (reading.budget.left < 0)
    throw refusal(reading, spot.path, "more than 20,000 schemas", "Make the schema smaller.");
  let node = member;
  // A chain of references may lead back to itself.
  for (let i = 0; i < MOST_STEPS && isPlainObject(node) && node["$ref"] !== undefined; i += 1)
    node = resolvePointer(reading.root, node["$ref"]);
  if (!isPlainObject(node) || node["$ref"] !== undefined)
    throw refusal(reading, spot.path, "`allOf` with what is no schema");
  if (reading.within.has(node) || reading.open.has(node)) {
    if (node["allOf"] !== undefined || node["properties"] !== undefined)
      throw refusal(reading, spot.path, "an intersection with itself");
  }
  return node["allOf"] === undefined
    ? node
    : mergeAll({ ...reading, within: new Set([...reading.within, node]) }, node, spot);
}

const MOST_STEPS = 20;

function merge(a: Node, b: Node, conflict: () => Error): Node {
  const merged: Record<string, unknown> = { ...a };
  for (const [keyword, value] of Object.entries(b)) {
    const before = merged[keyword];
    if (before === undefined || isEqual(before, value)) setOwn(merged, keyword, value);
    else if (keyword === "properties") merged["properties"] = mergeProperties(before, value, conflict);
    else if (keyword === "required") merged["required"] = [...new Set([...asList(before), ...asList(value)])];
    else if (SHAPES.has(keyword)) throw conflict();
  }
  return merged;
}

// Other keywords narrow values, or describe them.
const SHAPES = new Set([
  "type",
  "items",
  "prefixItems",
  "anyOf",
  "oneOf",
  "enum",
  "const",
  "patternProperties",
  "~flyte",
]);

function mergeProperties(a: unknown, b: unknown, conflict: () => Error): Node {
  if (!isPlainObject(a) || !isPlainObject(b)) throw conflict();
  const differs = Object.keys(b).some((key) => Object.hasOwn(a, key) && !isEqual(a[key], b[key]));
  if (differs) throw conflict();
  return { ...a, ...b };
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
