import { compactObject, listText } from "./object-text.js";
import { quoted } from "./quoted.js";

/** JSON, or bytes in its place, as code. Keys are sorted: those of a Struct come in any order. */
export function jsonText(json: unknown): string {
  if (typeof json === "string") return quoted(json);
  if (json instanceof Uint8Array) return `new Uint8Array(${listText([...json].map(String))})`;
  if (Array.isArray(json)) return listText(json.map(jsonText));
  if (typeof json !== "object" || json === null) return Object.is(json, -0) ? "-0" : String(json);
  const properties = Object.entries(json)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, part]) => ({ name, code: jsonText(part) }));
  return compactObject(properties);
}
