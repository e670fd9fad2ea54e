import { existsSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** Whether a file is of the program itself, and not of somebody who uses it. */
export function isOwnFile(file: string): boolean {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json")) && dirname(folder) !== folder) folder = dirname(folder);
  return ["src", "dist"].some((each) => file.startsWith(join(folder, each) + sep));
}
