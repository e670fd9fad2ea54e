import { quoted } from "./quoted.js";

/** Fields of a message in protobuf's text format on one line. Each is left out if it has its default. */
export type Fields = readonly string[];

/** Fields side by side, as Go prints them. */
export function joined(...fields: readonly Fields[]): string {
  return fields.flat().join("  ");
}

/** A text. */
export function textField(name: string, value: string): Fields {
  return value === "" ? [] : [`${name}:${quoted(value)}`];
}

/** A message, with what is in it; `undefined` if it is absent. */
export function messageField(name: string, content: string | undefined): Fields {
  return content === undefined ? [] : [`${name}:{${content}}`];
}

/** An enum or number, by its name. */
export function plainField(name: string, value: string | number | bigint | boolean | undefined): Fields {
  return value === undefined ? [] : [`${name}:${String(value)}`];
}

/** A map, with its keys in order. */
export function mapField<T>(
  name: string,
  entries: Iterable<readonly [string, T]>,
  content: (value: T) => string,
): Fields {
  return [...entries]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([key, value]) =>
      messageField(name, joined(textField("key", key), messageField("value", content(value)))),
    );
}

/** The name of a number in an enum of the IDL, or the number. */
export function enumName(values: Readonly<Record<string, unknown>>, value: number): string {
  return Object.keys(values).find((name) => values[name] === value) ?? String(value);
}
