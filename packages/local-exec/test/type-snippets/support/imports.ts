import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const IMPORTED = /(?:\bfrom|\bimport)\s*\(?\s*["']([^"']+)["']|\/\/\/ <reference \w+="([^"]+)"/g;

/** The modules of others that the declaration files of a folder mention, apart from our own and the platform. */
export function foreignModules(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".d.ts"),
  );
  if (files.length === 0) throw new Error(`${folder} holds no declarations`);
  return files.flatMap((path) => foreignModulesOf(readFileSync(join(folder, path), "utf8")));
}

export function foreignModulesOf(declarations: string): readonly string[] {
  return [...declarations.matchAll(IMPORTED)]
    .map(([, module, reference]) => module ?? reference ?? "")
    .filter((name) => !/^\.{1,2}\/|^@flytekit-ts\/|^node:/.test(name));
}
