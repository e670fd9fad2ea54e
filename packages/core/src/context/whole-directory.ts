import { listLocal } from "../storage/list-local.js";
import { makeDirectories } from "../storage/make-directories.js";
import { nodeFs, nodePath, randomName } from "../storage/node-fs.js";

/** What a directory is called while another one takes its place. */
const REPLACED = ".replaced";

/**
 * Adds files to a local directory: all or none, also if the process is killed meanwhile.
 *
 * The new content is made beside the directory, where files that stay are linked, or copied, and then takes its place. Between the
 * two renames of that, `wholeDirectory` finds the old one.
 */
export async function addWhole(directory: string, fill: (staged: string) => Promise<void>): Promise<void> {
  const { existsSync, promises } = nodeFs();
  const staged = `${directory}.${randomName()}`;
  try {
    await makeDirectories(staged);
    await linkFiles(directory, staged);
    await fill(staged);
    if (!existsSync(directory)) return await promises.rename(staged, directory);
    const replaced = `${directory}${REPLACED}`;
    await promises.rename(directory, replaced);
    await promises.rename(staged, directory).catch(async (cause: unknown) => {
      await promises.rename(replaced, directory);
      throw cause;
    });
    await promises.rm(replaced, { recursive: true, force: true });
  } finally {
    await promises.rm(staged, { recursive: true, force: true });
  }
}

/** The directory that holds what was added last: the old one, if a process ended before the new one was in its place. */
export function wholeDirectory(directory: string): string {
  const { existsSync } = nodeFs();
  const replaced = `${directory}${REPLACED}`;
  return !existsSync(directory) && existsSync(replaced) ? replaced : directory;
}

async function linkFiles(from: string, to: string): Promise<void> {
  const { dirname, join, relative } = nodePath();
  const { copyFile, link } = nodeFs().promises;
  for await (const { path } of listLocal(from)) {
    const target = join(to, relative(from, path));
    await makeDirectories(dirname(target));
    // Some disks have no links. If something else is wrong, the copy fails, too.
    await link(path, target).catch(() => copyFile(path, target));
  }
}
