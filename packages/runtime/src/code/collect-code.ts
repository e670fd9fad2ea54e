import { realpathSync, statSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { coreErrors } from "@flytekit-ts/core/errors";
import { byCodePoint } from "@flytekit-ts/core/graph";
import { systemWords } from "@flytekit-ts/core/storage";
import { packErrors } from "../errors/pack-errors.js";
import { bundleFiles } from "./bundle-files.js";
import type { CodeFile } from "./code-file.js";
import type { CodeOptions, MemoryFile } from "./code-options.js";
import { ignoresOf } from "./ignores.js";
import { listFiles, type Listing } from "./list-files.js";

/** What belongs into a code archive, and why a path does not. */
export interface Collected extends Listing {
  readonly root: string;
  /** Why a path is not in it, in words. */
  readonly whyNot: (path: string) => string;
}

/** Find what belongs into a code archive. @throws `CODE_NOT_READ`, `CODE_EMPTY` */
export function collectCode(options: CodeOptions, otherRoot = "."): Collected {
  const { files: wanted, bundle, followLinks = false } = options;
  // What is in memory alone, such as a bundle, has no folder to be in.
  const isInMemory = wanted?.every((each) => typeof each !== "string") ?? false;
  const given = options.root ?? otherRoot;
  if (bundle !== undefined) {
    assertAlone(options);
    const files = [...bundleFiles(bundle)].sort((a, b) => byCodePoint(a.path, b.path));
    return { root: resolve(given), files, leftOut: [], whyNot: () => "it is not part of the bundle" };
  }
  const root = isInMemory ? resolve(given) : rootOf(given);
  if (wanted !== undefined) {
    const files = wanted.map((each) => wantedFile(root, each));
    const byPath = new Map(files.map((file) => [file.path, file]));
    const sorted = [...byPath.values()].sort((a, b) => byCodePoint(a.path, b.path));
    if (sorted.length === 0) throw packErrors.CODE_EMPTY({ root });
    return { root, files: sorted, leftOut: [], whyNot: () => "it is not among the given `code.files`" };
  }
  const ignores = ignoresOf(root);
  const listing = listFiles(root, { ignores, followLinks });
  if (listing.files.length === 0) throw packErrors.CODE_EMPTY({ root });
  const whyNot = (path: string): string => ignores(path) ?? "there is no such file";
  return { root, ...listing, whyNot };
}

function assertAlone({ files }: CodeOptions): void {
  if (files === undefined) return;
  const option = { at: "a package", option: "code.files", wanted: "nothing beside `code.bundle`" };
  throw coreErrors.OPTION_INVALID({ ...option, given: files, inWords: "a list of files" });
}

function rootOf(given: string): string {
  try {
    const root = realpathSync(given);
    if (statSync(root).isDirectory()) return root;
  } catch (cause) {
    throw packErrors.CODE_NOT_READ({ file: given, problem: systemWords(cause, "listing") }, { cause });
  }
  throw packErrors.CODE_NOT_READ({ file: given, problem: "it is no folder" });
}

function wantedFile(root: string, given: string | MemoryFile): CodeFile {
  const path = pathIn(root, typeof given === "string" ? given : given.path);
  if (typeof given !== "string") return { ...given, path };
  return { path, from: resolve(root, path) };
}

function pathIn(root: string, given: string): string {
  const path = below(root, resolve(root, given)) ?? below(root, throughLinks(resolve(root, given)));
  if (path !== undefined) return path;
  throw packErrors.CODE_NOT_READ({ file: given, problem: `it is not inside of ${root}` });
}

function below(root: string, file: string): string | undefined {
  const path = relative(root, file).split(sep).join("/");
  return path === "" || path === ".." || path.startsWith("../") || isAbsolute(path) ? undefined : path;
}

/** A path whose folder is named without links, as the root is. */
function throughLinks(file: string): string {
  try {
    return join(realpathSync(dirname(file)), basename(file));
  } catch {
    return file;
  }
}
