import { isAbsolute, resolve, dirname } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isInstalled, needsTransform } from "./file-kinds.js";
import { helperOf } from "./helpers.js";
import { sourcePath } from "./source-path.js";
import { tsconfigOf } from "./tsconfig.js";

/** The URL that stands for what a module of an author imports, where Node itself would not find it. */
export function replacedImport(specifier: string, parentURL: string | undefined): string | undefined {
  const helper = helperOf(specifier, parentURL);
  if (helper !== undefined) return helper;
  const parent = parentURL?.startsWith("file:") === true ? fileURLToPath(parentURL) : undefined;
  if (parent === undefined || specifier.startsWith("node:") || isLibrary(parent)) return undefined;
  const [path, query] = pathOf(specifier, parent);
  if (path !== undefined) return urlOf(sourcePath(path, needsTransform(parent)), query);
  if (specifier.startsWith("#") || /^[a-z][a-z+.-]+:/i.test(specifier)) return undefined;
  for (const aliased of tsconfigOf(parent)?.aliases?.(specifier) ?? []) {
    const found = sourcePath(aliased, true);
    if (found !== undefined && !isInstalled(found)) return urlOf(found, "");
  }
  return undefined;
}

/** The source of a built file that is not there, such as one that `exports` or `imports` of a package.json names. */
export function sourceInstead(missing: string | undefined): string | undefined {
  if (missing?.startsWith("file:") !== true) return undefined;
  return urlOf(sourcePath(fileURLToPath(missing), true), "");
}

// JavaScript of packages is for Node alone.
function isLibrary(parent: string): boolean {
  return isInstalled(parent) && !needsTransform(parent);
}

function pathOf(specifier: string, parent: string): readonly [path: string | undefined, query: string] {
  if (specifier.startsWith("file:")) {
    const { search, hash } = new URL(specifier);
    return [fileURLToPath(specifier), search + hash];
  }
  if (!isAbsolute(specifier) && !/^\.\.?(?:\/|$)/.test(specifier)) return [undefined, ""];
  const [, name = specifier, query = ""] = /^([^?#]*)(.*)$/s.exec(specifier) ?? [];
  return [resolve(dirname(parent), decoded(name)), query];
}

// An import is part of a URL.
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function urlOf(path: string | undefined, query: string): string | undefined {
  return path === undefined ? undefined : pathToFileURL(path).href + query;
}
