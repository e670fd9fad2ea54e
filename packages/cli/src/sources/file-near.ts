import { readdirSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { closest } from "@flytekit-ts/core/graph";
import { isJavaScript, needsTransform } from "./hooks/file-kinds.js";

/** A file of sources whose name is nearly that of a file which is not there, in its folder; relative if that is. */
export function fileNear(file: string): string | undefined {
  const near = closest(basename(file), sourcesIn(dirname(resolve(file))));
  return near === undefined ? undefined : join(dirname(file), near);
}

function sourcesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => isJavaScript(name) || needsTransform(name));
  } catch {
    // There is no such folder either, or nobody may look into it.
    return [];
  }
}
