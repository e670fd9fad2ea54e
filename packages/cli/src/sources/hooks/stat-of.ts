import { type Stats, statSync } from "node:fs";

/** What is at a path. Undefined if nothing is there, and if nobody may or can know: behind a file, or a link to itself. */
export function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}
