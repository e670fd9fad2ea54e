import { readFileSync } from "node:fs";
import { faultAt, type SyntaxFault } from "./syntax-fault.js";

/**
 * JSON as a module whose members are exports too, as TypeScript has it. Node by itself takes JSON only where an import
 * says `with { type: "json" }`.
 *
 * @throws errors of the file system
 */
export function jsonModule(file: string): string | SyntaxFault {
  const text = readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  const value = parse(file, text);
  if ("fault" in value) return value.fault;
  const names = membersOf(value.parsed).filter(
    (name) => name !== "default" && /^[A-Za-z_$][\w$]*$/.test(name),
  );
  return [
    `const json = JSON.parse(${JSON.stringify(text)});`,
    "export default json;",
    ...names.map((name, index) => `const member${index} = json[${JSON.stringify(name)}];`),
    `export { ${names.map((name, index) => `member${index} as ${name}`).join(", ")} };`,
  ].join("\n");
}

function membersOf(value: unknown): readonly string[] {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
}

function parse(file: string, text: string): { readonly parsed: unknown } | { readonly fault: SyntaxFault } {
  try {
    return { parsed: JSON.parse(text) };
  } catch (error) {
    const said = String(Reflect.get(Object(error), "message"));
    const position = Number(/at position (\d+)/.exec(said)?.[1] ?? text.length);
    const problem = said.replace(/ in JSON at position.*$/s, "");
    return { fault: faultAt(file, { text, offset: position, problem }) };
  }
}
