import type { JsonValue } from "../command/output.js";

/**
 * What a run gave, for people: the value itself of one output, and of several each behind its name.
 *
 * Nothing for an entity without outputs. A text stands as it is, also if it has several lines; anything that has parts is
 * JSON.
 */
export function resultText(
  outputs: { readonly [name: string]: JsonValue },
  isBare: boolean,
): string | undefined {
  const entries = Object.entries(outputs);
  const [first] = entries;
  if (first === undefined) return undefined;
  if (isBare && entries.length === 1) return valueText(first[1]);
  const width = Math.max(...entries.map(([name]) => name.length));
  return entries
    .map(
      ([name, value]) =>
        `${name.padEnd(width)}  ${valueText(value).replaceAll("\n", `\n${" ".repeat(width + 2)}`)}`,
    )
    .join("\n");
}

/** One value for people. */
export function valueText(value: JsonValue): string {
  if (typeof value === "string") return value;
  const short = JSON.stringify(value);
  return short.length <= 100 ? short : JSON.stringify(value, undefined, 2);
}
