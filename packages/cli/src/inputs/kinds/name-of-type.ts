import { type Kind, kindOf } from "./kind-of.js";
import type { NamedType } from "./named-type.js";
import { schemaShape } from "./schema-shape.js";

// A type may contain itself.
const DEEPEST = 4;
const MOST = 12;

/** What a type is called where somebody types a value, without an article: `int`, `list of float`, `"red" or "blue"`. */
export function nameOfType(type: NamedType, depth = 0): string {
  const kind = kindOf(type);
  switch (kind.kind) {
    case "list":
      return `list of ${inside(kind.element, depth)}`;
    case "map":
      return `map of ${inside(kind.value, depth)}`;
    case "union":
      return unionName(kind.variants, depth);
    case "enum":
    case "choice":
      return oneOf(kind.values);
    case "file":
    case "directory":
      return kind.format === "" ? kind.kind : `${kind.kind} (${kind.format})`;
    case "json":
      return recordName(type);
    case "record":
    case "unknown":
      return type.words;
    default:
      return NAMES[kind.kind];
  }
}

/** Values of which it is one: `"red", "green" or "blue"`. */
export function oneOf(values: readonly (string | number | boolean)[]): string {
  const shown = values.slice(0, MOST).map((value) => JSON.stringify(value));
  const more = values.length - shown.length;
  return more > 0
    ? `${shown.join(", ")} or one of ${more} more`
    : [shown.slice(0, -1).join(", "), shown.at(-1)].filter((part) => part !== "").join(" or ");
}

function inside(part: NamedType, depth: number): string {
  if (depth >= DEEPEST) return "...";
  const name = nameOfType(part, depth + 1);
  return kindOf(part).kind === "union" || kindOf(part).kind === "enum" ? `(${name})` : name;
}

function recordName(type: NamedType): string {
  const shape = schemaShape(type);
  return shape === undefined || shape.title === "" ? "record of any fields" : `record ${shape.title}`;
}

function unionName(variants: readonly NamedType[], depth: number): string {
  const others = variants.filter((each) => kindOf(each).kind !== "none");
  const names = others.slice(0, MOST).map((each) => nameOfType(each, depth + 1));
  if (others.length > MOST) names.push(`one of ${others.length - MOST} more`);
  return `${names.join(" or ")}${others.length < variants.length ? ", or none" : ""}`;
}

const NAMES: {
  readonly [
    K in Exclude<
      Kind["kind"],
      "list" | "map" | "record" | "union" | "enum" | "choice" | "file" | "directory" | "json" | "unknown"
    >
  ]: string;
} = {
  int: "int",
  float: "float",
  string: "string",
  boolean: "boolean",
  datetime: "datetime",
  date: "date",
  duration: "duration",
  none: "none",
  dataset: "dataset",
  binary: "bytes",
  error: "Flyte error",
};
