import { isPlainObject } from "../../words/plain-object.js";
import { readForm } from "../forms/read-form.js";
import { refusal } from "../forms/reading.js";
import type { StandardProps } from "../standard/standard-schema.js";
import { issue } from "./check.js";
import { compileCheck } from "./compile-check.js";
import { copySchema, isOptionalSchema } from "./copy-schema.js";
import { fillDefaults } from "./fill-defaults.js";

/**
 * A raw JSON Schema, or a schema of TypeBox, as a schema that validates.
 *
 * @throws `SCHEMA_NOT_REPRESENTABLE` for what it says that is not checked here, and for what no type holds
 */
export function jsonProps(given: unknown, at: string): StandardProps {
  const copy = copySchema(given, at);
  if (!isPlainObject(copy) || typeof given !== "object" || given === null)
    throw refusal(
      { at },
      "",
      "something that is no JSON Schema",
      'Give an object: `t.schema({ type: "integer" })`.',
    );
  const form = readForm(copy, at);
  const check = compileCheck(copy, at);
  const isOptional = isOptionalSchema(given);
  const validate = (value: unknown): unknown => {
    if (value === undefined && copy["default"] !== undefined)
      return { value: structuredClone(copy["default"]) };
    if (value === undefined)
      return isOptional || form.kind === "undefined" ? { value } : { issues: [issue("is required")] };
    const filled = fillDefaults(form, value);
    const found = check(filled);
    return found === undefined ? { value: filled } : { issues: [found] };
  };
  const describe = (): unknown => copy;
  return { vendor: "JSON", validate, jsonSchema: { input: describe, output: describe } };
}
