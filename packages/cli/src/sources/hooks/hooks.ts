import { fileURLToPath } from "node:url";
import { isInstalled, needsTransform } from "./file-kinds.js";
import { jsonModule } from "./json-module.js";
import { loadSource } from "./load-source.js";
import type { SyntaxFault } from "./syntax-fault.js";
import { replacedImport, sourceInstead } from "./replaced-import.js";

/** What Node tells about an import. */
export interface ImportContext {
  readonly parentURL?: string | undefined;
  /** Has "import" or "require". */
  readonly conditions?: readonly string[] | undefined;
  readonly importAttributes?: { readonly [name: string]: string | undefined } | undefined;
}

/** An import as Node should look it up. */
export interface Lookup {
  readonly specifier: string;
  /** Where else to look if that is not there. */
  readonly otherwise: (error: unknown) => string | undefined;
}

/** How an import of an author's is looked up. */
export function lookUp(specifier: string, { parentURL }: ImportContext): Lookup {
  return {
    specifier: replacedImport(specifier, parentURL) ?? specifier,
    otherwise: (error) => {
      const instead = isMissing(error) ? sourceInstead(error.url) : undefined;
      if (instead === undefined && isObject(error))
        Object.assign(error, { flyteImport: { specifier, parentURL } });
      return instead;
    },
  };
}

/** A module as a hook gives it to Node. Without a source it is a script, which Node loads as if it were required. */
export interface ReadModule {
  readonly format: "module" | "commonjs";
  readonly source: string | undefined;
  readonly shortCircuit: true;
}

/** A module that Node cannot read by itself, or what is wrong in it; undefined for all others. @throws errors of the file system */
export function readModule(
  url: string,
  { importAttributes }: ImportContext,
): ReadModule | SyntaxFault | undefined {
  if (!url.startsWith("file:")) return undefined;
  const path = fileURLToPath(url);
  if (needsTransform(path)) {
    const loaded = loadSource(path);
    if ("problem" in loaded) return loaded;
    const { format, source } = loaded;
    return { format, source: format === "module" ? source : undefined, shortCircuit: true };
  }
  const isUnsaid = path.endsWith(".json") && importAttributes?.["type"] === undefined;
  if (!isUnsaid || isInstalled(path)) return undefined;
  const source = jsonModule(path);
  return typeof source === "string" ? { format: "module", source, shortCircuit: true } : source;
}

interface Missing {
  readonly url: string | undefined;
}

function isMissing(error: unknown): error is Missing {
  const codes = ["ERR_MODULE_NOT_FOUND", "MODULE_NOT_FOUND", "ERR_UNSUPPORTED_DIR_IMPORT"];
  return isObject(error) && codes.includes(String(Reflect.get(error, "code")));
}

function isObject(error: unknown): error is object {
  return typeof error === "object" && error !== null;
}
