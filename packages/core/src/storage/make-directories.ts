import { systemCode } from "./system-words.js";
import { nodeFs, nodePath } from "./node-fs.js";

/**
 * Makes a directory, and those above it.
 *
 * Node's own `recursive` goes on for ever where the file system takes no directories and says that one is not there, as
 * that of `/proc` does, and says so itself of disks that are full or read-only.
 *
 * @throws what the file system says
 */
export async function makeDirectories(folder: string, mode?: number): Promise<void> {
  const { mkdir, stat } = nodeFs().promises;
  const parent = nodePath().dirname(folder);
  const kindAt = async (path: string): Promise<"directory" | "other" | undefined> =>
    await stat(path).then(
      (found) => (found.isDirectory() ? "directory" : "other"),
      () => undefined,
    );
  if ((await kindAt(folder)) === "directory") return;
  if (parent !== folder && (await kindAt(parent)) === undefined) await makeDirectories(parent, mode);
  try {
    await mkdir(folder, mode);
  } catch (cause) {
    // Another one was quicker.
    if (systemCode(cause) !== "EEXIST" || (await kindAt(folder)) !== "directory") throw cause;
  }
}
