import { quoted } from "./quoted.js";

/** A property of an object: its name, its code, and comments before it. */
export interface Property {
  readonly name: string;
  readonly code: string;
  readonly before?: string;
}

const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

/** The name of a property as it stands in an object. Text that only `__proto__` means the prototype, unless computed. */
export function keyText(name: string): string {
  if (name === "__proto__") return '["__proto__"]';
  return IDENTIFIER.test(name) && !/[\p{Cf}]/u.test(name) ? name : quoted(name);
}

/** An object of TypeScript, with a line for each property. */
export function objectText(properties: readonly Property[]): string {
  if (properties.length === 0) return "{}";
  const lines = properties.map(({ name, code, before = "" }) => `${before}${keyText(name)}: ${code},`);
  return `{\n${indented(lines.join("\n"))}\n}`;
}

/** Properties on one line where they fit, else one line for each. */
export function compactObject(properties: readonly Property[], width = 80): string {
  const line = `{ ${properties.map(({ name, code }) => `${keyText(name)}: ${code}`).join(", ")} }`;
  return properties.length === 0 || line.length > width || line.includes("\n")
    ? objectText(properties)
    : line;
}

/** A list on one line where it fits, else one line for each. */
export function listText(items: readonly string[], width = 80): string {
  const line = `[${items.join(", ")}]`;
  if (line.length <= width && !line.includes("\n")) return line;
  return `[\n${indented(items.map((item) => `${item},`).join("\n"))}\n]`;
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, "  ");
}
