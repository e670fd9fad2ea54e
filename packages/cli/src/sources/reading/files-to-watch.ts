import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { tsconfigOf } from "../hooks/tsconfig.js";
import { authorModules } from "./author-modules.js";

const CONFIGS = ["flyte.config.ts", "flyte.config.mts", "flyte.config.js", "flyte.config.mjs"];

/** The files on which a run depends: the author's modules, and what configures how they are loaded and run. */
export async function filesToWatch(entry: string): Promise<readonly string[]> {
  const modules = [...(await authorModules(entry)).keys()];
  return [...new Set([...modules, ...modules.flatMap(configsOf)])];
}

/** What configures how a file is loaded and run. */
export function configsOf(file: string): readonly string[] {
  const path = tsconfigOf(file)?.path;
  return [...(path === undefined ? [] : [path]), ...projectFiles(dirname(file))];
}

function projectFiles(folder: string): readonly string[] {
  const found = [...CONFIGS, "package.json"]
    .map((name) => join(folder, name))
    .filter((path) => existsSync(path));
  const above = dirname(folder);
  return found.length > 0 || above === folder ? found : projectFiles(above);
}
