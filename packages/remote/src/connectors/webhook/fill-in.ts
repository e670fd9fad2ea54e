import { isPlainObject } from "@flytekit-ts/core/types";
import { inputNamed, NAMED, namesIn } from "./names-in.js";
import { type Placeholder, PythonFloat } from "./placeholder-text.js";
import { pythonJson } from "./python-text.js";

/**
 * Data with inputs filled in. A text that is nothing but a name becomes the input itself, whatever its type. What is in
 * another text is written as Python writes it. What has been filled in is not looked at again.
 */
export function filledIn(data: unknown, inputs: ReadonlyMap<string, Placeholder>): unknown {
  if (typeof data === "string") return filledText(data, inputs);
  if (Array.isArray(data)) return data.map((each) => filledIn(each, inputs));
  if (!isPlainObject(data)) return data;
  return Object.fromEntries(Object.entries(data).map(([name, each]) => [name, filledIn(each, inputs)]));
}

function filledText(text: string, inputs: ReadonlyMap<string, Placeholder>): unknown {
  const [whole] = namesIn(text);
  const only = whole === undefined ? undefined : inputNamed(whole);
  if (only !== undefined && text === `{${whole}}` && inputs.has(only)) return inputs.get(only);
  return text.replaceAll(NAMED, (found, name: string) => {
    const input = inputNamed(name);
    return input !== undefined && inputs.has(input) ? textOfInput(inputs.get(input) ?? null) : found;
  });
}

/** An input in a text: scalars as Python writes them, lists and maps as JSON. */
function textOfInput(value: Placeholder): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (value instanceof PythonFloat || typeof value !== "object") return String(value);
  return pythonJson(JSON.parse(JSON.stringify(value)));
}
