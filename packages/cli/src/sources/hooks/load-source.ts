import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { moduleFormat, type ModuleFormat } from "./module-format.js";
import type { SyntaxFault } from "./syntax-fault.js";
import { transformed } from "./transformed.js";

/** A module as Node takes it. */
export interface LoadedSource {
  readonly format: ModuleFormat;
  readonly source: string;
}

/** Read a file of TypeScript or JSX as the JavaScript that it is, with its source map. @throws errors of the file system */
export function loadSource(path: string): LoadedSource | SyntaxFault {
  const result = transformed(path, readFileSync(path, "utf8"));
  if ("problem" in result) return result;
  const { format, source } = moduleFormat(path, result.code);
  const map = { ...result.map, sources: [pathToFileURL(path).href], sourcesContent: undefined };
  const inline = Buffer.from(JSON.stringify(map)).toString("base64");
  return { format, source: `${source}\n//# sourceMappingURL=data:application/json;base64,${inline}\n` };
}
