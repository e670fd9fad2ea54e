import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Bundle } from "./bundle.js";
import { copyExternals } from "./externals/copy-externals.js";

/**
 * Writes a bundle into a folder: the module, its map, and all that belongs beside them. Gives the path of the module.
 *
 * What else is in the folder stays there.
 */
export function writeBundle(bundle: Bundle, folder: string): string {
  const file = resolve(folder, bundle.fileName);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, bundle.code);
  writeFileSync(`${file}.map`, bundle.map);
  for (const [path, from] of bundle.assets) {
    const to = join(folder, path);
    mkdirSync(dirname(to), { recursive: true });
    copyFileSync(from, to);
  }
  copyExternals(bundle.folders, folder);
  return file;
}
