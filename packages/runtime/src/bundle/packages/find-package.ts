import { realpathSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { type Package, packageIn } from "./package-json.js";

/** The name of the package in the specifier of an import, and the rest: `@a/b/c` is `@a/b` and `./c`. */
export function splitSpecifier(specifier: string): { readonly name: string; readonly subpath: string } {
  const parts = specifier.split("/");
  const length = specifier.startsWith("@") ? 2 : 1;
  return { name: parts.slice(0, length).join("/"), subpath: [".", ...parts.slice(length)].join("/") };
}

/** The package that code in a folder gets by this name, found as Node finds it. */
export function findPackage(name: string, from: string): Package | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const found = packageIn(join(folder, "node_modules", name));
    if (found !== undefined) return { ...found, folder: realpathSync(found.folder) };
    if (folder === dirname(folder)) return undefined;
  }
}

/** Whether a real path is that of an installed package, and not of one that is developed in the workspace. */
export function isInstalled(path: string): boolean {
  return path.split(sep).includes("node_modules");
}
