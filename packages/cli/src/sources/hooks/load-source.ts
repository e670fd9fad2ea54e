import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { moduleFormat, type ModuleFormat } from "./module-format.js";
import { transformed } from "./transformed.js";

/** A module as Node takes it. */
export interface LoadedSource {
  readonly format: ModuleFormat;
  readonly source: string;
}

/** Read a file of TypeScript or JSX as the JavaScript that it is, with its source map. @throws `SourceSyntaxError` */
export function loadSource(path: string): LoadedSource {
  const { code, map } = transformed(path, readFileSync(path, "utf8"));
  const { format, source } = moduleFormat(path, code);
  const json = JSON.stringify({ ...map, sources: [pathToFileURL(path).href], sourcesContent: undefined });
  const inline = Buffer.from(json).toString("base64");
  return { format, source: `${source}\n//# sourceMappingURL=data:application/json;base64,${inline}\n` };
}
