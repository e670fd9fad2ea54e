import { statOf } from "../hooks/stat-of.js";
import { nearFile } from "./near-file.js";
import { sourceFiles } from "./source-files.js";

const MOST_NAMED = 5;

/** What to write in place of a path that is no file of sources; nothing where no file is near. */
export function adviceOnPath(path: string): string | undefined {
  if (statOf(path)?.isDirectory() === true) return adviceOnFolder(path);
  const near = nearFile(path);
  // A link to nothing is near to itself.
  return near === undefined || near === path ? undefined : `Did you mean ${near}?`;
}

function adviceOnFolder(folder: string): string | undefined {
  const files = sourceFiles(folder);
  if (files.length === 0) return undefined;
  const named = files.slice(0, MOST_NAMED).join(", ");
  return `Give one of its files: ${named}${files.length > MOST_NAMED ? ", ..." : ""}.`;
}
