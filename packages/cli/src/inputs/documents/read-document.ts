import type { DataRead } from "./data.js";
import { parseJson } from "./parse-json.js";
import { parseYaml } from "./parse-yaml.js";
import { type Place, readText } from "./read-text.js";

/** What a file says: as YAML if its name ends so, and else as JSON. */
export async function readDocument(path: string, place: Place): Promise<DataRead> {
  const read = await readText(path, place);
  if ("problem" in read) return read;
  return /\.ya?ml$/i.test(path) ? parseYaml(read.text) : parseJson(read.text);
}

/** What a text says that is JSON or YAML. */
export async function parseEither(text: string): Promise<DataRead> {
  const json = parseJson(text);
  if ("data" in json) return json;
  const yaml = await parseYaml(text);
  if ("data" in yaml) return yaml;
  return { problem: /^\s*[[{]/.test(text) ? `${json.problem} and not YAML` : `${yaml.problem} and not JSON` };
}
