import type { Described } from "../described/described.js";

/** Some value of a type, for a default that a function of the row's author makes: no message shows which. */
export function emptyOf(type: Described): unknown {
  switch (type.kind) {
    case "list":
      return [];
    case "map":
    case "json":
      return {};
    case "keyed":
      return new Map();
    case "union":
      return type.variants.some(({ kind }) => kind === "none")
        ? undefined
        : emptyOf(type.variants[0] ?? type);
    case "record":
      return Object.fromEntries(type.fields.map((field) => [field.name, emptyOf(field.type)]));
    case "enum":
    case "choice":
      return type.values[0];
    case "hashed":
    case "annotated":
      return emptyOf(type.of);
    case "tuple":
    case "unknown":
    case "self":
      return undefined;
    default:
      return EMPTY[type.kind];
  }
}

const EMPTY: Readonly<Record<string, unknown>> = {
  int: 0n,
  float: 0,
  str: "",
  bool: false,
  datetime: { seconds: 0n, nanos: 0 },
  date: "1970-01-01",
  duration: 0n,
  file: "s3://bucket/file",
  directory: "s3://bucket/directory",
  dataset: "s3://bucket/dataset",
};
