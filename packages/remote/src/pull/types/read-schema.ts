import { blobOf, choiceOf, enumOf, listOf } from "../typed/containers.js";
import { keyword, listAt, schemaAt, textAt } from "../schemas/json-schema.js";
import { readAnyOf, variantsOf } from "./read-variants.js";
import type { Asked, Reading } from "./reading.js";
import { readObject } from "./read-struct.js";
import { resolved } from "../schemas/resolved.js";
import { isoDuration, simple } from "../typed/simple-types.js";
import type { Typed } from "../typed/typed.js";
import { unknown } from "../typed/unknown.js";

/** Reads a type of which only the schema is known: a field of a record inside a union. */
export function readSchema(asked: Asked, outer: Reading): Typed {
  const { document } = asked;
  const schema = resolved(asked.schema, document);
  if (schema === undefined)
    return unknown(`a schema that is somewhere else, ${textAt(asked.schema, "$ref")}`, asked);
  // A record may contain itself: its class has a name. Nothing else has.
  if (outer.within.includes(schema) && schemaAt(schema, "properties") === undefined)
    return unknown("a type that contains itself", asked);
  // A schema that many refer to is read once: what refers twice to what refers twice would take for ever.
  const known = asked.isRequired === true ? undefined : outer.schemas.get(schema);
  if (known !== undefined) return known;
  const made = readTarget({ ...asked, schema }, { ...outer, within: [...outer.within, schema] });
  if (asked.isRequired !== true) outer.schemas.set(schema, made);
  return made;
}

function readTarget(asked: Asked, reading: Reading): Typed {
  const { schema } = asked;
  const variants = listAt(schema, "anyOf") ?? listAt(schema, "oneOf");
  if (variants !== undefined) return readAnyOf(variants, asked, reading);
  const constants = listAt(schema, "enum") ?? [keyword(schema, "const")].filter((each) => each !== undefined);
  if (constants.length > 0) return readConstants(constants, asked);
  const types = listAt(schema, "type");
  if (types === undefined) return readPlain(textAt(schema, "type"), asked, reading);
  const each = types.map((type) => readPlain(String(type), asked, reading));
  return each.length === 0 ? unknown("a union of nothing", asked) : variantsOf(each, asked);
}

function readConstants(values: readonly unknown[], asked: Asked): Typed {
  const texts = values.filter((value) => typeof value === "string");
  // flytekit writes a choice of one as a constant, and no enum.
  const isEnum = texts.length === values.length && keyword(asked.schema, "const") === undefined;
  if (isEnum) return enumOf(texts);
  const constants = values.filter(
    (value) => typeof value === "string" || typeof value === "number" || typeof value === "boolean",
  );
  return constants.length === values.length
    ? choiceOf(constants, constants.every((value) => typeof value === "number") && isFloat(asked))
    : unknown("constants of several kinds", asked);
}

function isFloat({ schema }: Asked): boolean {
  return textAt(schema, "type") === "number";
}

function readPlain(type: string, asked: Asked, reading: Reading): Typed {
  const { schema, document } = asked;
  switch (type) {
    case "integer":
      return simple.int();
    case "number":
      return textAt(schema, "format") === "time-delta" ? simple.duration() : simple.float();
    case "boolean":
      return simple.boolean();
    case "null":
      return simple.none();
    case "string":
      return readText(asked);
    case "array":
      return readItems(asked, reading);
    case "object":
      return readPlace(asked) ?? readObject(asked, reading);
    default:
      if (schemaAt(schema, "properties") !== undefined) return readObject({ schema, document }, reading);
      return unknown(type === "" ? "any value" : `a value of the type ${type}`, asked);
  }
}

function readText({ schema, document }: Asked): Typed {
  switch (textAt(schema, "format")) {
    case "date-time":
      return simple.datetime();
    case "date":
      return simple.date();
    case "duration":
      return document?.isPydantic === true ? isoDuration() : simple.string();
    // In JSON, as pydantic writes it, bytes are text.
    case "base64":
      return document?.isPydantic === true ? simple.string() : simple.binary();
    default:
      return simple.string();
  }
}

function readItems(asked: Asked, reading: Reading): Typed {
  const { schema, document } = asked;
  if (listAt(schema, "prefixItems") !== undefined || listAt(schema, "items") !== undefined)
    return unknown("a tuple", asked);
  return listOf(reading.read({ schema: schemaAt(schema, "items") ?? {}, document }, reading));
}

// The records that flytekit makes of what is a file, a directory or a table.
const PLACES: readonly (readonly [title: string, fields: string, make: () => Typed])[] = [
  ["FlyteFile", "metadata path", () => blobOf("file", "")],
  ["FlyteFile", "path", () => blobOf("file", "")],
  ["FlyteDirectory", "path", () => blobOf("directory", "")],
  ["StructuredDataset", "file_format uri", simple.dataset],
];

/** A file, directory or table inside a record; undefined for another record. */
export function readPlace({ schema }: Asked): Typed | undefined {
  const title = textAt(schema, "title");
  const fields = Object.keys(schemaAt(schema, "properties") ?? {})
    .toSorted()
    .join(" ");
  return PLACES.find((place) => place[0] === title && place[1] === fields)?.[2]();
}
