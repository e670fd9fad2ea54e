import { randomUUID } from "node:crypto";
import { realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { errors } from "../../errors.js";
import { errorText, systemCode } from "../../local/error-text.js";

/**
 * Write a file as a whole or not at all: beside it first, then under its name. What a link leads to is written, and the link
 * stays; devices and pipes, such as `/dev/stdout`, are written to as they are.
 *
 * @throws `USAGE_INVALID`
 */
export async function writeWhole(file: string, text: string): Promise<void> {
  try {
    const path = await realpath(file).catch(() => file);
    const found = await stat(path).catch(() => undefined);
    // Nothing may take the place of a device. A folder cannot be written to, and the system says so.
    if (found === undefined || found.isFile()) await writeBeside(path, text);
    else await writeFile(path, text);
  } catch (cause) {
    const code = systemCode(cause);
    const words =
      code === "ENOENT"
        ? "its folder does not exist"
        : code === "EISDIR"
          ? "it is a folder"
          : errorText(cause);
    const problem = `${file} cannot be written: ${words}`;
    const advice = "Choose a file in a folder that you may write to.";
    throw errors.USAGE_INVALID({ command: "tsflyte graph", problem, advice }, { cause });
  }
}

async function writeBeside(path: string, text: string): Promise<void> {
  // A short name of its own: that of the file may be as long as a name can be.
  const partial = join(dirname(path), `.tsflyte-${randomUUID()}.partial`);
  try {
    await writeFile(partial, text, { flag: "wx" });
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true }).catch(() => undefined);
    throw error;
  }
}
