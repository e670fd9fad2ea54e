import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { closest } from "@flytekit-ts/core/graph";
import { authorFile, moduleParser } from "../reading/parsed-module.js";
import { type DescribedFault, placeIn } from "./described-fault.js";

// The second is what Node says of scripts.
const NO_EXPORT =
  /The requested module '(?<specifier>[^']+)' does not provide an export named '(?<name>[^']+)'|Named export '(?<named>[^']+)' not found\. The requested module '(?<script>[^']+)' is a CommonJS module/;

/** That a module has no export of a name that another imports: which, and what was probably meant. */
export async function linkFault(error: object): Promise<DescribedFault | undefined> {
  const found = NO_EXPORT.exec(String(Reflect.get(error, "message")))?.groups;
  if (found === undefined) return undefined;
  const name = found["name"] ?? found["named"] ?? "";
  const specifier = found["specifier"] ?? found["script"] ?? "";
  const [, where = ""] = /^(\S.*):\d+$/m.exec(String(Reflect.get(error, "stack"))) ?? [];
  const file = where.startsWith("file:") ? fileURLToPath(where) : where;
  if (file === "") return undefined;
  const text = readFileSync(file, "utf8");
  const parse = await moduleParser();
  const target = authorFile(specifier, file);
  const has = target === undefined ? [] : (parse(target)?.exports ?? []);
  const wanted = name === "default" ? "it has no default export" : `it exports no ${name}`;
  return {
    file,
    location: placeIn(file, text, offsetOf(text, name, specifier)),
    problem: `it imports ${name} from ${JSON.stringify(specifier)}, but ${wanted}`,
    advice: adviceFor(name, has, found["script"] !== undefined),
  };
}

function adviceFor(name: string, has: readonly string[], isScript: boolean): string {
  // It is gone when the module runs.
  if (target(name, has))
    return `${name} is a type: write \`import type\` or \`export type\`, or \`type ${name}\` in the list.`;
  if (isScript) return "It is CommonJS: import its default, and take the name from that.";
  const near = closest(name, has);
  return near === undefined ? `Export it there, or correct the name.` : `Did you mean ${near}?`;
}

const target = (name: string, has: readonly string[]): boolean => has.includes(name);

function offsetOf(text: string, name: string, specifier: string): number {
  const from = Math.max(text.indexOf(`"${specifier}"`), text.indexOf(`'${specifier}'`));
  const list = Math.max(text.lastIndexOf("import", from), text.lastIndexOf("export", from), 0);
  const found = new RegExp(String.raw`(?<![\w$])${name.replaceAll("$", String.raw`\$`)}(?![\w$])`).exec(
    text.slice(list),
  );
  return found === null ? list : list + found.index;
}
