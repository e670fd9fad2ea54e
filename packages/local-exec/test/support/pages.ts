import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fencesOf } from "@flytekit-ts/vitest-preset/fences";

/** A page of the documentation. */
export interface Page {
  /** Of the file, without its extension. */
  readonly name: string;
  readonly file: string;
  readonly text: string;
  /** Its TypeScript modules, in their order. */
  readonly examples: readonly string[];
}

export function readPage(folder: string, name: string): Page {
  const file = join(folder, `${name}.md`);
  const text = readFileSync(file, "utf8");
  return { name, file, text, examples: fencesOf(text) };
}

/** The pages of a folder beside its index, by name. */
export function readPages(folder: string): readonly Page[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".md") && name !== "README.md");
  return names.toSorted().map((name) => readPage(folder, name.slice(0, -".md".length)));
}
