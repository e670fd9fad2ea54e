import type { JsonValue } from "@flytekit-ts/models/json";
import { memberOf } from "../../messages/json.js";
import { plainOf, type Read } from "../rows/read-json.js";
import type { ChoiceOf, Columns, Constant, Described } from "./described.js";
import { describeRecord } from "./describe-record.js";
import { describeUnion } from "./describe-union.js";
import { kindOf, nameOf } from "./kind-of.js";
import { entriesOf, itemsOf, listOf, objectOf, type Source, textOf, within } from "./source.js";

/** The type of a row as names and kinds. @throws Error where nothing says what it is */
export function describe(source: Source): Described {
  const around = aroundOf(source);
  if (around !== undefined) return around;
  const kind = kindOf(source);
  switch (kind) {
    case "enum":
      return { kind, values: enumValues(source) };
    case "tuple":
      return { kind };
    case "choice":
      return choiceOf(source);
    case "list":
      return { kind, element: isUnsaid(source) ? { kind: "unknown" } : describe(elementOf(source)) };
    case "map":
      return { kind, value: describe(mapValueOf(source)) };
    case "keyed":
      return { kind, key: describe(keyOf(source)), value: describe(mapValueOf(source)) };
    case "union":
      return describeUnion(source, describe);
    case "record":
      return describeRecord(source, describe);
    case "self":
      return {
        kind,
        name: nameOf(textOf(memberOf(memberOf(source.type, "metadata") ?? source.schema, "$ref"))),
      };
    case "file":
    case "directory":
      return { kind, format: textOf(within(source.type, "blob", "format")) };
    case "dataset":
      return datasetOf(source);
    case undefined:
      if (source.isRefused === true) return { kind: "unknown" };
      throw new Error(`nothing says what ${source.label?.text ?? JSON.stringify(source.type)} is`);
    case "optional":
    case "annotated":
    case "dict":
      throw new Error(`no type of ours stands for ${source.label?.text ?? JSON.stringify(source.type)}`);
    default:
      return { kind };
  }
}

const CACHE_KEY = "cache-key-metadata";

// Only where the label says so may a type have an annotation, or its values a hash; inside records there are no labels.
function aroundOf(source: Source): Described | undefined {
  const { label, type } = source;
  const data = objectOf(within(type, "annotation", "annotations"));
  const { [CACHE_KEY]: _own, literal_values: choice, ...others } = data;
  const inner = type === undefined ? undefined : withoutAnnotation(type);
  if (label?.head !== "annotated") {
    const isPlain = label?.head !== undefined || choice !== undefined || Object.keys(others).length === 0;
    return isPlain
      ? undefined
      : { kind: "annotated", data: others, of: describe({ ...source, type: inner }) };
  }
  const [first, ...notes] = label.parts;
  const isNoted = notes.some(({ text }) => text.startsWith("annotation"));
  const of = describe({
    ...source,
    label: first,
    ...(isNoted && choice === undefined ? { type: inner } : {}),
  });
  const noted: Described = isNoted ? { kind: "annotated", data: others, of } : of;
  return notes.some(({ text }) => text.startsWith("hash")) ? { kind: "hashed", of: noted } : noted;
}

function withoutAnnotation(type: JsonValue): JsonValue {
  const { annotation: _annotation, ...rest } = objectOf(type);
  return rest;
}

// A label that says list, and not of what, where nothing was made.
function isUnsaid({ label, isRefused }: Source): boolean {
  return isRefused === true && label?.parts.length === 0;
}

function enumValues({ type, schema, values, isRefused }: Source): readonly string[] {
  if (isRefused === true) return constantsOfTwoKinds(values) as readonly string[];
  return listOf(within(type, "enum_type", "values") ?? memberOf(schema, "enum")).map(textOf);
}

const CHOICES: Readonly<Record<string, ChoiceOf>> = {
  INTEGER: "int",
  FLOAT: "float",
  BOOLEAN: "bool",
  STRING: "str",
};

// Where flytekit refuses the type, its constants are not recorded: they are not all of one kind, or of none that fits.
function constantsOfTwoKinds(values: readonly Read[]): readonly (string | number)[] {
  return values.flatMap((value) => [
    plainOf(value) as string | number,
    typeof value === "string" ? 1 : "one",
  ]);
}

function choiceOf({ type, schema, values: given, isRefused }: Source): Described {
  if (isRefused === true) return { kind: "choice", of: "str", values: constantsOfTwoKinds(given) };
  const constant = memberOf(schema, "const");
  const found = within(type, "annotation", "annotations", "literal_values") ?? memberOf(schema, "enum");
  const values = (constant === undefined ? listOf(found) : [constant]).map((each) => each as Constant);
  const of = CHOICES[textOf(memberOf(type, "simple"))] ?? kindOfConstants(values);
  const areLarge = of === "int" && !values.every(Number.isSafeInteger);
  return { kind: "choice", values: areLarge ? values.map((value) => BigInt(value)) : values, of };
}

function kindOfConstants(values: readonly Constant[]): ChoiceOf {
  if (values.some((value) => typeof value === "string")) return "str";
  if (values.some((value) => typeof value === "boolean")) return "bool";
  return values.every(Number.isInteger) ? "int" : "float";
}

function elementOf(source: Source): Source {
  return {
    ...source,
    label: source.label?.parts[0],
    type: memberOf(source.type, "collection_type"),
    schema: memberOf(source.schema, "items"),
    values: itemsOf(source.values),
  };
}

function mapValueOf(source: Source): Source {
  return {
    ...source,
    label: source.label?.parts[1],
    type: memberOf(source.type, "map_value_type"),
    schema: memberOf(schemaOf(source), "additionalProperties"),
    values: entriesOf(source.values).map(([, value]) => value),
  };
}

function keyOf(source: Source): Source {
  return {
    ...source,
    label: source.label?.parts[0],
    type: undefined,
    schema: memberOf(schemaOf(source), "propertyNames"),
    values: entriesOf(source.values).map(([key]) => key),
  };
}

function schemaOf({ type, schema }: Source): JsonValue | undefined {
  return schema ?? memberOf(type, "metadata");
}

function datasetOf(source: Source): Described {
  const type = memberOf(source.type, "structured_dataset_type");
  const columns: Columns = listOf(memberOf(type, "columns")).map((column) => [
    textOf(memberOf(column, "name")),
    describe({ type: memberOf(column, "literal_type"), values: [] }),
  ]);
  return { kind: "dataset", format: textOf(memberOf(type, "format")), columns };
}
