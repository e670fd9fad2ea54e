import { type Dirent, readdirSync, readlinkSync, realpathSync, type Stats, statSync } from "node:fs";
import { isAbsolute, join, posix, sep } from "node:path";
import { byCodePoint } from "@flytekit-ts/core/graph";
import { systemWords } from "@flytekit-ts/core/storage";
import { packErrors } from "../errors/pack-errors.js";
import type { CodeFile, LeftOut } from "./code-file.js";
import type { Ignores } from "./ignores.js";
import { isIgnoredFolder } from "./standard-ignores.js";

/** What a folder holds for a code archive. */
export interface Listing {
  /** By path, as the bytes of their UTF-8 are ordered. */
  readonly files: readonly CodeFile[];
  readonly leftOut: readonly LeftOut[];
}

/** Which files of a folder are wanted. */
export interface Wanted {
  readonly ignores: Ignores;
  /** Whether files stand in the archive where the folder has links to them, and what is in linked folders too. */
  readonly followLinks: boolean;
}

/**
 * The files of a folder, at any depth. Empty folders are none; links to nothing, sockets, pipes and devices are left out.
 *
 * @throws `CODE_NOT_READ`
 */
export function listFiles(root: string, wanted: Wanted): Listing {
  const files: CodeFile[] = [];
  const leftOut: LeftOut[] = [];
  const open: Folder[] = [{ path: "", inside: [root] }];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    for (const entry of entriesIn(root, folder.path, wanted)) {
      const path = folder.path === "" ? entry.name : `${folder.path}/${entry.name}`;
      const found = look(root, path, { entry, folder, wanted });
      if (found === undefined) continue;
      if ("why" in found) leftOut.push(found);
      else if ("inside" in found) open.push(found);
      else files.push(found);
    }
  }
  const sorted = <T extends { readonly path: string }>(each: T[]): readonly T[] =>
    each.sort((a, b) => byCodePoint(a.path, b.path));
  return { files: sorted(files), leftOut: sorted(leftOut) };
}

/** A folder to look into, and the real paths of the folders that it is in: a link to one of them has no end. */
interface Folder {
  readonly path: string;
  readonly inside: readonly string[];
}

interface Seen {
  readonly entry: Dirent;
  readonly folder: Folder;
  readonly wanted: Wanted;
}

function look(
  root: string,
  path: string,
  { entry, folder, wanted }: Seen,
): CodeFile | LeftOut | Folder | undefined {
  // The other rules may bring back what is in a folder that they ignore.
  if (isIgnoredFolder(path)) return undefined;
  if (entry.isDirectory()) return { path, inside: [...folder.inside, join(root, path)] };
  if (wanted.ignores(path) !== undefined) return undefined;
  const from = join(root, path);
  if (entry.isSymbolicLink()) return lookAtLink({ path, from, folder, wanted });
  if (entry.isFile()) return { path, from };
  return { path, why: "neither a file nor a folder" };
}

interface SeenLink {
  readonly path: string;
  readonly from: string;
  readonly folder: Folder;
  readonly wanted: Wanted;
}

function lookAtLink({ path, from, folder, wanted }: SeenLink): CodeFile | LeftOut | Folder {
  const stats = targetOf(from);
  if (stats === undefined) return { path, why: "a link to nothing" };
  const { followLinks } = wanted;
  if (stats.isFile() && followLinks) return { path, from };
  if (stats.isFile()) {
    const target = readlinkSync(from).split(sep).join("/");
    // Unpacking refuses such a link, and with it the whole archive.
    if (leadsOut(path, target)) return { path, why: "a link out of the folder" };
    return { path, from, target };
  }
  if (!stats.isDirectory()) return { path, why: "a link to what is neither a file nor a folder" };
  if (!followLinks) return { path, why: "a link to a folder" };
  const real = realpathSync(from);
  if (folder.inside.some((outer) => realpathSync(outer) === real)) {
    return { path, why: "a link to a folder that it is in" };
  }
  return { path, inside: [...folder.inside, real] };
}

function leadsOut(path: string, target: string): boolean {
  const to = posix.join(posix.dirname(path), target);
  return posix.isAbsolute(target) || isAbsolute(target) || to === ".." || to.startsWith("../");
}

function targetOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

function entriesIn(root: string, path: string, { ignores }: Wanted): readonly Dirent[] {
  try {
    return readdirSync(join(root, path), { withFileTypes: true });
  } catch (cause) {
    if (path !== "" && ignores(path) !== undefined) return [];
    throw packErrors.CODE_NOT_READ({ file: path || root, problem: systemWords(cause, "listing") }, { cause });
  }
}
