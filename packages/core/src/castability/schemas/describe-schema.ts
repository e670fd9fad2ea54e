import { describeRecord } from "../../literals/describe-type.js";
import { describeEnum, describeJson, describeUnion, grouped, shorten } from "../../words/enumerate.js";
import { misfit, type Outcome } from "../evaluation/outcome.js";
import type { SchemaNode } from "./schema-node.js";

/** A schema in the words for types, cut if it is long: `integer`, `list of datetime`, `record Person`. */
export function describeSchema(schema: SchemaNode): string {
  return describe(schema, DEEPEST);
}

const DEEPEST = 5;

const WORDS: { readonly [type: string]: string } = { number: "float", null: "none", array: "list" };
// The formats with which flytekit writes the dataclass fields that have no JSON type.
const FORMATS: ReadonlyMap<string, string> = new Map([
  ["date-time", "datetime"],
  ["time-delta", "duration"],
]);

function describe(schema: SchemaNode, depth: number): string {
  if (depth === 0) return "...";
  const inside = (part: SchemaNode): string => describe(part, depth - 1);
  if (schema.ref !== undefined) return inside(schema.ref);
  if (schema.always !== undefined) return schema.always ? "anything" : "nothing";
  if (schema.enum !== undefined) return describeEnum(schema.enum);
  if (schema.constant !== undefined) return `the value ${describeJson(schema.constant.value)}`;
  for (const members of schema.combined.values()) {
    const others = members.filter((member) => !isNone(member));
    return describeUnion(others, others.length < members.length, inside);
  }
  if (schema.types.size === 0) return schema.title === undefined ? "anything" : describeRecord(schema);
  const others = [...schema.types].filter((type) => type !== "null");
  return describeUnion(others, schema.types.has("null"), (type) => describeOne(schema, type, inside));
}

function isNone({ types }: SchemaNode): boolean {
  return types.size === 1 && types.has("null");
}

function describeOne(schema: SchemaNode, type: string, inside: (part: SchemaNode) => string): string {
  switch (type) {
    case "array":
      return schema.items === undefined
        ? "list"
        : "ref" in schema.items
          ? `list of ${grouped(inside(schema.items))}`
          : `list of ${schema.items.length} items`;
    case "object":
      return schema.values === undefined
        ? describeRecord({ title: schema.title })
        : `map of ${grouped(inside(schema.values))}`;
    default:
      return describeScalar(schema.format, WORDS[type] ?? type);
  }
}

function describeScalar(format: string, type: string): string {
  return FORMATS.get(format) ?? (format === "" ? type : `${type} of format ${shorten(format)}`);
}

/** The outcome for different schemas. */
export function unlikeSchemas(from: SchemaNode, to: SchemaNode): Outcome {
  return misfit(() => {
    const [words, wanted] = [describeSchema(from), describeSchema(to)];
    return words === wanted ? `${words} is declared differently` : `${words} is not ${wanted}`;
  });
}
