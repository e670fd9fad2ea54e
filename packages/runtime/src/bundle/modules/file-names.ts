import { relative, sep } from "node:path";
import { packageOf } from "../packages/package-json.js";

/**
 * How a file is called in a bundle: by a name that every machine gives it.
 *
 * A file of an installed package is called by its package, wherever a package manager has put it. Other files are called
 * by their path from the root, or, outside of it, by their package and the path in it.
 */
export function fileName(root: string, file: string): string {
  const parts = file.split(sep);
  const installed = parts.lastIndexOf("node_modules");
  if (installed >= 0) return parts.slice(installed).join("/");
  const below = relative(root, file).split(sep);
  if (below[0] !== "..") return below.join("/");
  const owner = packageOf(file);
  if (owner === undefined) return below.filter((part) => part !== "..").join("/");
  // This package's siblings are libraries for an author, wherever they lie.
  const folder = owner.name.startsWith("@flytekit-ts/") ? ["node_modules", owner.name] : [owner.name];
  return [...folder, ...relative(owner.folder, file).split(sep)].join("/");
}
