import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { systemCode } from "@flytekit-ts/core/storage";

/**
 * Imports a package that the author may have installed: from the working directory, from the folder of the code that
 * came with a task, or else from where the runtime is. A command is one file, so no bundler has seen this import.
 */
export async function loadPackage(
  name: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<object> {
  const roots = [process.cwd(), env["FLYTEKIT_TS_ROOT"] ?? ""].filter((root) => root !== "");
  const found = roots.map((root) => resolvedFrom(root, name)).find((path) => path !== undefined);
  return (await import(/* @vite-ignore */ found ?? name)) as object;
}

function resolvedFrom(root: string, name: string): string | undefined {
  try {
    return pathToFileURL(createRequire(join(root, "from-here.js")).resolve(name)).href;
  } catch (error) {
    // It is not there, or it is there and has not been built.
    if (systemCode(error) === "MODULE_NOT_FOUND") return undefined;
    throw error;
  }
}
