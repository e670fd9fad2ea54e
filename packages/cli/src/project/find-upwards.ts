import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The first of these files in a folder, or in the nearest folder above it that has one. */
export function findUpwards(folder: string, names: readonly string[]): string | undefined {
  for (let each = folder; ; each = dirname(each)) {
    const found = names.map((name) => join(each, name)).find((file) => existsSync(file));
    if (found !== undefined || dirname(each) === each) return found;
  }
}
