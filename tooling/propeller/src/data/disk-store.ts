import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { DataStore } from "./data-store.js";

/** Data on the local disk, by plain paths: flytekit in Python takes no `file://` for files of tasks. */
export const diskStore: DataStore = {
  async read(path) {
    try {
      return await readFile(path);
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw error;
    }
  },
  async write(path, bytes) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(`${path}.part`, bytes);
    await rename(`${path}.part`, path);
  },
};

function isAbsent(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}
