import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const IMPORTED = /(?:\bfrom|\bimport)\s*\(?\s*["']([^"'\s]+)["']|\/\/\/ <reference \w+="([^"]+)"/g;

/**
 * The modules of others that the declarations of an entry mention, and those that it imports, apart from our own and the
 * platform.
 */
export function foreignModules(folder: string, entry: string): readonly string[] {
  const files = new Set([join(folder, "entries", `${entry}.d.ts`)]);
  const foreign: string[] = [];
  for (const file of files) {
    const text = readFileSync(file, "utf8");
    foreign.push(...foreignModulesOf(text));
    for (const path of ownModulesOf(text)) files.add(join(dirname(file), path.replace(/\.js$/, ".d.ts")));
  }
  return foreign;
}

export function foreignModulesOf(declarations: string): readonly string[] {
  return modulesOf(declarations).filter((name) => !/^\.{1,2}\/|^@flytekit-ts\/|^node:/.test(name));
}

function ownModulesOf(declarations: string): readonly string[] {
  return modulesOf(declarations).filter((name) => /^\.{1,2}\//.test(name));
}

function modulesOf(declarations: string): readonly string[] {
  return [...declarations.matchAll(IMPORTED)].map(([, module, reference]) => module ?? reference ?? "");
}
