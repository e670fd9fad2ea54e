import type { DataRead } from "../documents/data.js";
import { parseJson } from "../documents/parse-json.js";
import { readDocument } from "../documents/read-document.js";
import { isThere, type Place } from "../documents/read-text.js";

/** A text, and what it says as JSON or as the path of a file of JSON or YAML. */
export interface TextSource {
  readonly text: string;
  /** Read once, when it is first asked for. */
  data(): Promise<DataRead>;
}

/** The source that a text is. */
export function sourceOf(text: string, place: Place): TextSource {
  let read: Promise<DataRead> | undefined;
  return { text, data: () => (read ??= dataOf(text, place)) };
}

// JSON comes first, as in flytekit: a file called `5` is written as `./5`.
async function dataOf(text: string, place: Place): Promise<DataRead> {
  const json = parseJson(text);
  if ("data" in json) return json;
  if (!text.startsWith("@") && !(await isThere(text, place))) return json;
  const read = await readDocument(text.replace(/^@/, ""), place);
  return "data" in read ? read : { problem: `it names a file, and ${read.problem}` };
}
