import { readdir, realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import { coreErrors } from "@flytekit-ts/core/errors";
import { assertNotAborted, type Signal } from "@flytekit-ts/core/storage";
import { diskFault } from "./upload-source.js";

/** A file of a directory. */
export interface ListedFile {
  readonly path: string;
  /** Its name below the directory, with forward slashes. */
  readonly name: string;
}

/** The files in a directory at any depth, in the order of their names. Links are followed. */
export async function filesOf(directory: string, signal: Signal | undefined): Promise<readonly ListedFile[]> {
  const files: ListedFile[] = [];
  await walk(directory, "", { files, signal, inside: new Set() });
  return files.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

interface Walk {
  readonly files: ListedFile[];
  readonly signal: Signal | undefined;
  /** The real paths of the directories that are being walked. */
  readonly inside: Set<string>;
}

async function walk(directory: string, prefix: string, walking: Walk): Promise<void> {
  const { inside, signal } = walking;
  assertNotAborted(signal, directory, "Uploading");
  const real = await fromDisk(realpath(directory), directory);
  if (inside.has(real)) throw failure(directory, "it is a link to a directory around it");
  inside.add(real);
  for (const name of await fromDisk(readdir(directory), directory)) {
    const path = join(directory, name);
    const stats = await fromDisk(stat(path), path);
    if (stats.isDirectory()) await walk(path, `${prefix}${name}/`, walking);
    else if (stats.isFile()) walking.files.push({ path, name: `${prefix}${name}` });
    else throw failure(path, "it is neither a file nor a directory");
  }
  inside.delete(real);
}

async function fromDisk<T>(answer: Promise<T>, path: string): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw diskFault(error, path);
  }
}

function failure(uri: string, problem: string): Error {
  return coreErrors.STORAGE_FAILED({ uri, action: "Uploading", problem });
}
