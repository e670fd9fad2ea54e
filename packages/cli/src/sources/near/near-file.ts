import { existsSync } from "node:fs";
import { basename, dirname } from "node:path";
import { closest } from "@flytekit-ts/core/graph";
import { folderAround, sourceFiles } from "./source-files.js";

// A name that only begins alike is that of something else.
const MOST_LETTERS = 3;

/**
 * The file of sources that somebody may have meant by a path where there is none: of the same name, with another ending or in
 * another folder, or else of a similar name.
 */
export function nearFile(path: string): string | undefined {
  const folder = folderAround(path);
  if (folder === undefined) return undefined;
  const all = sourceFiles(folder);
  const beside = all.filter((each) => dirname(each) === dirname(path));
  const names = namesOf(path);
  const same = sameName(names, beside);
  // Who names a file of another kind has not mistyped it.
  if (same !== undefined || existsSync(path)) return same;
  return sameName(names, all) ?? similarName(names, beside) ?? similarName(names, all);
}

// `src/workflow` may lack its ending, and `workflows.py` have a wrong one.
function namesOf(path: string): readonly string[] {
  const name = basename(path);
  return [...new Set([name, withoutEnding(name)])];
}

function withoutEnding(name: string): string {
  return name.replace(/(?<=.)\.\w+$/, "");
}

function sameName(names: readonly string[], files: readonly string[]): string | undefined {
  const lower = new Set(names.map((each) => each.toLowerCase()));
  return files.find((each) => lower.has(withoutEnding(basename(each)).toLowerCase()));
}

function similarName(names: readonly string[], files: readonly string[]): string | undefined {
  const known = new Map(files.toReversed().map((each) => [withoutEnding(basename(each)), each]));
  for (const name of names) {
    const near = closest(
      name,
      [...known.keys()].filter((each) => Math.abs(each.length - name.length) <= MOST_LETTERS),
    );
    if (near !== undefined) return known.get(near);
  }
  return undefined;
}
