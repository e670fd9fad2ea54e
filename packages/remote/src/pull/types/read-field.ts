import { keyword, type Schema } from "../schemas/json-schema.js";
import { optionalOf } from "../typed/containers.js";
import { defaultOfJson, withDefault } from "../typed/with-default.js";
import type { Asked, Reading } from "./reading.js";
import { resolved } from "../schemas/resolved.js";
import { transformerOf, typed, type Typed } from "../typed/typed.js";

/** Reads a field of a record, with its default. */
export function readField(asked: Asked, reading: Reading): Typed {
  const { schema, document, isRequired = false } = asked;
  const given = keyword(schema, "default");
  // It has to be there, unless none is its default.
  const isNone = !isRequired && given === null;
  const target = keyword(schema, "$ref") === undefined ? schema : (resolved(schema, document) ?? schema);
  const made = reading.read({ ...asked, schema: target, isRequired: !isNone }, reading);
  if (isRequired || isPlace(target, made)) return made;
  if (isNone) return optionalOrNoted(made);
  if (given === undefined || isUnknown(made)) return noted(made, unwritten(given));
  return withDefault(made, defaultOfJson(given, made)) ?? noted(made, unwritten(given));
}

function optionalOrNoted(made: Typed): Typed {
  const { isNoneByDefault, tag } = transformerOf(made);
  if (isNoneByDefault === true || tag === "none") return made;
  // What is unknown may be none.
  return isUnknown(made) ? made : optionalOf(made);
}

function isUnknown({ code }: Typed): boolean {
  return code.startsWith("unknownType(");
}

function noted({ type, code, notes }: Typed, note: string): Typed {
  return typed(type, code, [...notes, note]);
}

function unwritten(given: unknown): string {
  if (given === undefined) return "Python makes its default, which is not registered: give a value.";
  return `its default cannot be written here (${JSON.stringify(given)}): give a value.`;
}

// The default of a path is that of flytekit's own class.
function isPlace(schema: Schema | undefined, made: Typed): boolean {
  return keyword(schema, "default") === undefined && /^t\.(file|directory|dataset)\(/.test(made.code);
}
