import { rename, rm, writeFile } from "node:fs/promises";
import { errors } from "../../errors.js";
import { errorText, systemCode } from "../../local/error-text.js";

/** Write a file as a whole or not at all: beside it first, then under its name. @throws `USAGE_INVALID` */
export async function writeWhole(file: string, text: string): Promise<void> {
  const partial = `${file}.${process.pid}.partial`;
  try {
    await writeFile(partial, text);
    await rename(partial, file);
  } catch (cause) {
    await rm(partial, { force: true });
    const problem = `${file} cannot be written: ${systemCode(cause) === "ENOENT" ? "its folder does not exist" : errorText(cause)}`;
    throw errors.USAGE_INVALID(
      { command: "tsflyte graph", problem, advice: "Choose a file in a folder that you may write to." },
      { cause },
    );
  }
}
