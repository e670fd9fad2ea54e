import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, isAbsolute, resolve } from "node:path";
import { isInstalled, isJavaScript } from "../hooks/file-kinds.js";

const IMPORT = /\b(from|import|require)\s*\(?\s*["']([^"'\n]+)["']/g;

/**
 * Whether JavaScript imports anything that Node does not load by itself. It has to be known before: what Node could not
 * load once, it does not load again.
 */
export function leadsToTypeScript(file: string): boolean {
  const seen = new Set<string>();
  const files = [file];
  for (const each of files) {
    if (seen.has(each)) continue;
    seen.add(each);
    for (const [, how, specifier = ""] of readFileSync(each, "utf8").matchAll(IMPORT)) {
      // To look a package of ours up takes longer than to read this file.
      if (specifier.startsWith("node:") || specifier.startsWith("@flytekit-ts/")) continue;
      const found = resolved(specifier, each, how === "require");
      if (found === undefined) return true;
      if (isInstalled(found) || !isAbsolute(found)) continue;
      if (!isJavaScript(found) && !/\.(?:json|node|wasm)$/.test(found)) return true;
      if (isJavaScript(found)) files.push(found);
    }
  }
  return false;
}

function resolved(specifier: string, importer: string, isRequire: boolean): string | undefined {
  try {
    // `require` adds extensions, which an import does not.
    const found = createRequire(importer).resolve(specifier);
    return !isRequire && /^\.{1,2}\//.test(specifier) && found !== resolve(dirname(importer), specifier)
      ? undefined
      : found;
  } catch {
    return undefined;
  }
}
