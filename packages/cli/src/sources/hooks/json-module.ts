import { readFileSync } from "node:fs";
import { placeOfByte, SourceSyntaxError } from "./source-syntax-error.js";

/**
 * JSON as a module whose members are exports too, as TypeScript has it. Node by itself takes JSON only where an import
 * says `with { type: "json" }`.
 *
 * @throws `SourceSyntaxError`
 */
export function jsonModule(file: string): string {
  const text = readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  const names = membersOf(parse(file, text)).filter(
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

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const said = error instanceof Error ? error.message : "it is no JSON";
    const position = Number(/at position (\d+)/.exec(said)?.[1] ?? text.length);
    const place = placeOfByte(text, Buffer.byteLength(text.slice(0, position)));
    throw new SourceSyntaxError({ file, ...place, problem: said.replace(/ in JSON at position.*$/s, "") });
  }
}
