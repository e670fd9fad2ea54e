import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const known = new Map<string, string | undefined>();

/** The `type` of the package that a file is in. Undefined if its package.json says none. */
export function packageTypeOf(file: string): string | undefined {
  const folder = dirname(file);
  if (folder === file) return undefined;
  if (!known.has(folder)) known.set(folder, typeIn(folder));
  return known.get(folder);
}

function typeIn(folder: string): string | undefined {
  try {
    const { type } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
      readonly type?: unknown;
    };
    return typeof type === "string" ? type : undefined;
  } catch (error) {
    // Node says what is wrong with a package.json when it reads it itself.
    return isNotThere(error) ? packageTypeOf(folder) : undefined;
  }
}

function isNotThere(error: unknown): boolean {
  return ["ENOENT", "ENOTDIR"].includes(String(Reflect.get(Object(error), "code")));
}
