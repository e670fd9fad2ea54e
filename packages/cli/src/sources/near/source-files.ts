import { existsSync, readdirSync, type Dirent } from "node:fs";
import { dirname, join } from "node:path";
import { isJavaScript, needsTransform } from "../hooks/file-kinds.js";

// Enough for a project, and soon done in a folder that is none.
const MOST_ENTRIES = 5000;
const DEEPEST = 5;
const NO_SOURCES = /^(?:\..*|node_modules|dist|build|coverage)$/;
const NO_MODULE = /\.(?:test|spec|config|d)\.\w+$/;

/** The files of an author's sources below a folder, those nearest to it first. What cannot be read has none. */
export function sourceFiles(folder: string): readonly string[] {
  const found: string[] = [];
  let folders: readonly string[] = [folder];
  let entries = 0;
  for (let depth = 0; depth < DEEPEST && folders.length > 0 && entries < MOST_ENTRIES; depth++) {
    const inner: string[] = [];
    for (const each of folders) {
      const all = entriesOf(each);
      entries += all.length;
      found.push(...all.filter(isSource).map(({ name }) => join(each, name)));
      inner.push(...all.filter(isFolder).map(({ name }) => join(each, name)));
      if (entries >= MOST_ENTRIES) break;
    }
    folders = inner;
  }
  return found;
}

/** The folder of the project around a path: that of its package or configuration, or else the nearest that exists. */
export function folderAround(path: string): string | undefined {
  let nearest = dirname(path);
  while (!existsSync(nearest) && dirname(nearest) !== nearest) nearest = dirname(nearest);
  for (let at = nearest; dirname(at) !== at; at = dirname(at))
    if (["package.json", "flyte.config.ts", ".git"].some((each) => existsSync(join(at, each)))) return at;
  // The whole disk is nobody's project.
  return dirname(nearest) === nearest ? undefined : nearest;
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

function isSource(entry: Dirent): boolean {
  const { name } = entry;
  return !entry.isDirectory() && (isJavaScript(name) || needsTransform(name)) && !NO_MODULE.test(name);
}

function isFolder(entry: Dirent): boolean {
  return entry.isDirectory() && !NO_SOURCES.test(entry.name);
}
