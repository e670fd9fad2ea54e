import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { VERSION } from "../version.js";

const NAME = "@flytekit-ts/cli";

interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** The folder of this package, from source as from a build. */
export function ownFolder(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const file = join(folder, "package.json");
    if (existsSync(file) && readManifest(file).name === NAME) return folder;
    // A bundle that lies elsewhere.
    if (dirname(folder) === folder)
      return dirname(createRequire(import.meta.url).resolve(`${NAME}/package.json`));
  }
}

/**
 * The range in which a project takes one of our packages: what this package itself takes, so that the copies are the same.
 * A published manifest says it; in the repository the manifest says `workspace:^`, which becomes this when it is packed.
 */
export function ownRange(name: string): string {
  const own = join(ownFolder(), "package.json");
  const { version = VERSION, dependencies = {} } = readManifest(own);
  if (name === NAME) return `^${version}`;
  const range = dependencies[name];
  if (range !== undefined && !range.startsWith("workspace:")) return range;
  return `^${readManifest(createRequire(own).resolve(`${name}/package.json`)).version ?? VERSION}`;
}

function readManifest(file: string): Manifest {
  return JSON.parse(readFileSync(file, "utf8")) as Manifest;
}
