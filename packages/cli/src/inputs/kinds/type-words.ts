import type { TypeTransformer } from "@flytekit-ts/core/types";
import { type Kind, kindOf } from "./kind-of.js";
import { nameOfType, oneOf } from "./name-of-type.js";
import { schemaShape } from "./schema-shape.js";
import { shapeExample } from "./schema-words.js";

/** What a type is called where somebody types a value: a name, and an example of what fits. */
export interface TypeWords {
  /** Without an article: `int`, `list of float`, `red or blue`. */
  readonly name: string;
  /** What fits, in a sentence without its full stop: `an int is a whole number such as 5`. */
  readonly fits: string;
}

// A type may contain itself.
const DEEPEST = 4;

/** The words for a type. */
export function typeWords(transformer: TypeTransformer): TypeWords {
  return { name: nameOfType(transformer), fits: fitsOf(transformer) };
}

function fitsOf(transformer: TypeTransformer): string {
  const kind = kindOf(transformer);
  switch (kind.kind) {
    case "list":
    case "map":
    case "record":
      return `a ${kind.kind} is JSON such as ${exampleOf(transformer)}, or a file of JSON or YAML`;
    case "union":
      return unionFits(kind.variants);
    case "enum":
    case "choice":
      return `it is ${oneOf(kind.values)}`;
    case "json": {
      const shape = schemaShape(transformer);
      return shape === undefined || shape.title === ""
        ? FITS.json
        : `a record is JSON such as ${exampleOf(transformer)}, or a file of JSON or YAML`;
    }
    case "unknown":
      return "no text stands for a value of this type: another task has to make it";
    default:
      return FITS[kind.kind];
  }
}

/** A value that a type takes, as JSON. */
export function exampleOf(transformer: TypeTransformer, depth = 0): string {
  const kind = kindOf(transformer);
  if (depth > DEEPEST) return "{}";
  switch (kind.kind) {
    case "list":
      return `[${exampleOf(kind.element, depth + 1)}]`;
    case "map":
      return `{"key": ${exampleOf(kind.value, depth + 1)}}`;
    case "record":
      return recordExample(kind.fields, transformer, depth);
    case "union": {
      const [first] = kind.variants.filter((each) => kindOf(each).kind !== "none");
      return first === undefined ? "null" : exampleOf(first, depth + 1);
    }
    case "enum":
    case "choice":
      return JSON.stringify(kind.values[0] ?? "");
    case "json": {
      const shape = schemaShape(transformer);
      return shape === undefined ? EXAMPLES.json : shapeExample(shape, depth);
    }
    default:
      return EXAMPLES[kind.kind];
  }
}

/** The names of the fields that a record has to have. */
export function requiredFields({ jsonSchema }: TypeTransformer): ReadonlySet<string> {
  const required = jsonSchema?.["required"];
  return new Set(Array.isArray(required) ? required.filter((name) => typeof name === "string") : []);
}

function recordExample(
  fields: ReadonlyMap<string, TypeTransformer>,
  record: TypeTransformer,
  depth: number,
): string {
  const required = requiredFields(record);
  const shown = [...fields].filter(([name]) => required.has(name));
  const some = shown.length === 0 ? [...fields].slice(0, 1) : shown;
  return `{${some.map(([name, type]) => `${JSON.stringify(name)}: ${exampleOf(type, depth + 1)}`).join(", ")}}`;
}

function unionFits(variants: readonly TypeTransformer[]): string {
  const others = variants.filter((each) => kindOf(each).kind !== "none");
  const takesText = others.some((each) => kindOf(each).kind === "string");
  const none = others.length < variants.length && !takesText ? ", or null for none" : "";
  return `${others.map(fitsOf).join("; ")}${none}`;
}

type Scalar = Exclude<Kind["kind"], "list" | "map" | "record" | "union" | "enum" | "choice" | "unknown">;

const FITS: { readonly [K in Scalar]: string } = {
  int: "an int is a whole number such as 5",
  float: "a float is a number such as 1.5",
  string: "a string is any text",
  boolean: "a boolean is true or false",
  datetime: "a datetime is a time such as 2024-05-31T12:00:00Z, now, or now - 1 day",
  date: "a date is a day such as 2024-05-31, today, or today - 1 day",
  duration: "a duration is a time with its unit such as 90s, 1h30m or PT5M",
  none: "it is null",
  file: "a file is the path of one that exists, or a URI such as s3://bucket/key",
  directory: "a directory is the path of one that exists, or a URI such as s3://bucket/folder",
  dataset: "a dataset is the path of a file or folder that exists, or a URI such as s3://bucket/table",
  json: 'it is a JSON object such as {"key": 1}, or a file of JSON or YAML',
  binary: "bytes are the path of a file that has them, or base64 after `base64:`",
  error: 'a Flyte error is JSON such as {"message": "no memory", "failedNodeId": "n0"}',
};

const EXAMPLES: { readonly [K in Scalar | "unknown"]: string } = {
  int: "5",
  float: "1.5",
  string: '"text"',
  boolean: "true",
  datetime: '"2024-05-31T12:00:00Z"',
  date: '"2024-05-31"',
  duration: '"90s"',
  none: "null",
  file: '"data.csv"',
  directory: '"folder"',
  dataset: '"data.csv"',
  json: '{"key": 1}',
  binary: '"aGVsbG8="',
  error: '{"message": "no memory", "failedNodeId": "n0"}',
  unknown: "{}",
};
