import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { undoAtExit } from "@flytekit-ts/core/storage";

/**
 * Write a file as a whole or not at all: under another name in the same folder, since only there it can be moved at once.
 *
 * @throws what `write` throws, or the file system says
 */
export async function throughPartial(path: string, write: (partial: string) => Promise<void>): Promise<void> {
  // A short name of its own: that of the file may be as long as a name can be.
  const partial = join(dirname(path), `.tsflyte-${randomUUID()}.partial`);
  const done = undoAtExit(() => rmSync(partial, { force: true }));
  try {
    await write(partial);
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true }).catch(() => undefined);
    throw error;
  } finally {
    done();
  }
}
