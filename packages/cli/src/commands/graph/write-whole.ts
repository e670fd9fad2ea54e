import { realpath, stat, writeFile } from "node:fs/promises";
import { systemWords } from "@flytekit-ts/core/storage";
import { throughPartial } from "../../command/partial-file.js";
import { errors } from "../../errors.js";

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
    if (found === undefined || found.isFile())
      await throughPartial(path, (partial) => writeFile(partial, text, { flag: "wx" }));
    else await writeFile(path, text);
  } catch (cause) {
    const problem = `${file} cannot be written: ${systemWords(cause, "writing")}`;
    const advice = "Choose a file in a folder that you may write to.";
    throw errors.USAGE_INVALID({ command: "tsflyte graph", problem, advice }, { cause });
  }
}
