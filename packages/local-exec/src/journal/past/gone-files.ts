import { access } from "node:fs/promises";
import { isRemote, localPathOf, urisIn } from "@flytekit-ts/core/storage";
import type { Literals } from "@flytekit-ts/core/tasks";
import type { RuntimeType } from "@flytekit-ts/core/types";
import { isNotThere } from "../../cache/disk/write-whole.js";

/**
 * The first of these outputs that names a local file or directory which is not there any more. What is elsewhere stays
 * as it is, as on a cluster.
 *
 * @throws errors of the file system
 */
export async function outputGone(
  types: ReadonlyMap<string, RuntimeType>,
  outputs: Literals,
): Promise<string | undefined> {
  for (const [name, type] of types) {
    const literal = outputs.get(name);
    for (const uri of literal === undefined ? [] : urisIn(type, literal))
      if (!isRemote(uri) && !(await isThere(localPathOf(uri) ?? uri))) return name;
  }
  return undefined;
}

async function isThere(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    if (isNotThere(error)) return false;
    throw error;
  }
}
