import { randomBytes } from "node:crypto";
import { closeSync, fsync, openSync, renameSync, rmSync } from "node:fs";
import { link, open, rename, rm } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { coreErrors } from "@flytekit-ts/core/errors";
import { systemCode, systemWords, undoAtExit } from "@flytekit-ts/core/storage";
import { packErrors } from "../errors/pack-errors.js";
import type { EntityPackage } from "./entity-package.js";

/** How a package is written. */
export interface WritePackageOptions {
  /** Whether a file that is at the path already is replaced. */
  readonly overwrite?: boolean | undefined;
}

/**
 * Write a package to a path, whole or not at all: it appears there when all of it is on the disk. Gives the full path.
 *
 * @throws `PACKAGE_EXISTS`, `PACKAGE_NOT_WRITTEN`, `OPTION_INVALID` for a name that flytectl does not take
 */
export async function writePackage(
  { bytes }: Pick<EntityPackage, "bytes">,
  path: string,
  { overwrite = false }: WritePackageOptions = {},
): Promise<string> {
  const file = resolve(path);
  if (!/\.(?:tgz|tar\.gz)$/.test(basename(file))) {
    const option = { at: "writePackage", option: "path", wanted: "a name that ends in .tgz or .tar.gz" };
    throw coreErrors.OPTION_INVALID({ ...option, given: basename(file) });
  }
  // In the same folder, since only there it can be moved at once.
  const part = join(dirname(file), `.${basename(file)}.${randomBytes(6).toString("hex")}`);
  const done = undoAtExit(() => rmSync(part, { force: true }));
  try {
    await writeWhole(part, bytes);
    if (overwrite) await rename(part, file);
    else await moveNew(part, file);
  } catch (cause) {
    if (!overwrite && systemCode(cause) === "EEXIST") {
      throw packErrors.PACKAGE_EXISTS({ path: file });
    }
    throw packErrors.PACKAGE_NOT_WRITTEN({ path: file, problem: systemWords(cause, "writing") }, { cause });
  } finally {
    // Whatever went wrong is told already; a part that cannot be removed is no second fault.
    await rm(part, { force: true }).catch(() => undefined);
    done();
  }
  return file;
}

// Only a link never replaces a file. A disk without links says so in many ways; if something else is wrong, the second way fails, too.
async function moveNew(part: string, file: string): Promise<void> {
  try {
    await link(part, file);
  } catch (cause) {
    if (systemCode(cause) === "EEXIST") throw cause;
    moveOntoOwn(part, file);
  }
}

// Without a pause, so that nothing happens between the two: an empty file which is ours, and the part in its place.
function moveOntoOwn(part: string, file: string): void {
  closeSync(openSync(file, "wx"));
  try {
    renameSync(part, file);
  } catch (cause) {
    rmSync(file, { force: true });
    throw cause;
  }
}

const flush = promisify(fsync);

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, "wx");
  try {
    await handle.writeFile(bytes);
    // Handles of Yarn's Plug'n'Play have no `sync`.
    await flush(handle.fd);
  } finally {
    await handle.close();
  }
}
