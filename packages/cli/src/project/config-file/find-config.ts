import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The names that a configuration may have; the first that is there counts. */
export const CONFIG_NAMES = ["flyte.config.ts", "flyte.config.mts", "flyte.config.js", "flyte.config.mjs"];

/** The nearest file of one of these names: in a folder, or above it. */
export function findUpwards(from: string, names: readonly string[]): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const found = names.map((name) => join(folder, name)).find((each) => existsSync(each));
    if (found !== undefined || dirname(folder) === folder) return found;
  }
}
