import type { InputField } from "./input-fields.js";

/** The fields of a record for a help page: `{name: string, tags?: list of string, at: record Point {x: int}}`; empty for others. */
export function fieldWords(fields: readonly InputField[]): string {
  if (fields.length === 0) return "";
  const words = fields.map(
    ({ name, takes, isRequired, fields: inner }) =>
      `${name}${isRequired ? "" : "?"}: ${takes}${inner.length === 0 ? "" : ` ${fieldWords(inner)}`}`,
  );
  return `{${words.join(", ")}}`;
}
