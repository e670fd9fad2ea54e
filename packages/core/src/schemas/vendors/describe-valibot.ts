import { MARK, markOfClass, ONE_WAY, refusedMark } from "../standard/marks.js";
import { type Side, type StandardProps, TARGET } from "../standard/standard-schema.js";

type Json = Readonly<Record<string, unknown>>;

interface SchemaVisit {
  readonly valibotSchema: { readonly type: string; readonly class?: { readonly name?: unknown } };
  readonly jsonSchema: Json;
  readonly errors?: readonly string[];
}

interface ActionVisit {
  readonly valibotAction: { readonly kind: string; readonly type: string };
  readonly jsonSchema: Json;
}

/** The JSON Schema of one side of a schema of valibot in `toStandardJsonSchema(...)`, with marks. */
export function describeValibot({ jsonSchema }: StandardProps, side: Side): unknown {
  const libraryOptions = { errorMode: "ignore", overrideSchema, overrideAction };
  return jsonSchema?.[side]?.({ target: TARGET, libraryOptions });
}

function overrideSchema({ valibotSchema, jsonSchema, errors }: SchemaVisit): Json {
  switch (valibotSchema.type) {
    case "date":
      return { ...jsonSchema, [MARK]: { is: "datetime" } };
    case "bigint":
    case "literal":
      return {
        ...jsonSchema,
        ...(errors === undefined || valibotSchema.type === "bigint"
          ? markOf(valibotSchema.type)
          : refusedMark("a literal bigint or symbol")),
      };
    case "enum":
    case "picklist":
      return { ...jsonSchema, ...markOf("enum") };
    case "undefined":
    case "void":
      return { ...jsonSchema, ...markOf("undefined") };
    case "undefinedable":
      return { anyOf: [jsonSchema, markOf("undefined")] };
    case "instance":
      return {
        ...jsonSchema,
        ...(markOfClass(valibotSchema.class?.name) ?? refusedMark("an object of a class")),
      };
    default:
      return errors === undefined
        ? jsonSchema
        : { ...jsonSchema, ...refusedMark(WORDS[valibotSchema.type] ?? `the schema ${valibotSchema.type}`) };
  }
}

const markOf = (is: "bigint" | "enum" | "literal" | "undefined"): object => ({ [MARK]: { is } });

const WORDS: { readonly [type: string]: string } = {
  blob: "a Blob",
  custom: "a check of its own",
  file: "a file",
  function: "a function",
  map: "a Map",
  nan: "a number that is only NaN",
  never: "a value that never is",
  promise: "a JavaScript promise",
  record: "a record whose keys are not any string",
  set: "a Set",
  symbol: "a symbol",
};

// The names of valibot's transformations that give the type that they take. `validate` shows whether doing them once
// is enough.
const SAME_TYPE: ReadonlySet<string> = new Set([
  "brand",
  "flavor",
  "normalize",
  "readonly",
  "to_lower_case",
  "to_max_value",
  "to_min_value",
  "to_upper_case",
  "trim",
  "trim_end",
  "trim_start",
  "filter_items",
  "sort_items",
  "limit",
]);

function overrideAction({ valibotAction: { kind, type }, jsonSchema }: ActionVisit): Json {
  if (kind !== "transformation" || SAME_TYPE.has(type)) return jsonSchema;
  return { ...jsonSchema, ...refusedMark("a transform, which only leads one way", ONE_WAY) };
}
