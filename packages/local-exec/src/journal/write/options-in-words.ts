import { isPlainObject } from "@flytekit-ts/core/types";

/** Options whose texts are no secrets. */
const PLAIN: ReadonlySet<string> = new Set([
  "durability",
  "isolation",
  "filesIn",
  "onChange",
  "clock",
  "gates",
  "cache",
]);

/**
 * What of the options of a run its journal says: numbers and switches, the names of what was given by name, and of other
 * things that they were there. Values may be secret.
 */
export function optionsInWords(options: object): Readonly<Record<string, unknown>> {
  const words: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(options)) {
    if (value !== undefined && name !== "journal" && name !== "run") words[name] = inWords(name, value);
  }
  return words;
}

function inWords(name: string, value: unknown): unknown {
  if (typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value === "string") return PLAIN.has(name) ? value : "given";
  if (Array.isArray(value)) return value.map(nameOf);
  return isPlainObject(value) ? Object.keys(value) : "given";
}

// Mocks have an entity; storages, and whatever else there may be, have schemes or nothing.
function nameOf(given: unknown): string {
  if (!isPlainObject(given)) return "given";
  const entity = given["entity"];
  const name = typeof entity === "object" && entity !== null ? Reflect.get(entity, "name") : undefined;
  return typeof name === "string" ? name : "given";
}
