import { readdirSync } from "node:fs";
import { join } from "node:path";

const DEPTH = 6;

/** The paths of the native binaries in the folder of a package, relative to it and sorted; not those of its dependencies. */
export function binariesIn(folder: string): readonly string[] {
  return filesIn(folder, "", DEPTH)
    .filter((file) => file.endsWith(".node"))
    .toSorted();
}

function filesIn(folder: string, below: string, depth: number): readonly string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    if (entry.isFile()) return [path];
    const isInside = entry.isDirectory() && entry.name !== "node_modules" && depth > 0;
    return isInside ? filesIn(folder, path, depth - 1) : [];
  });
}
