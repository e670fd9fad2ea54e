import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemWords } from "@flytekit-ts/core/storage";
import { errors } from "../errors.js";

/** A new folder among the temporary files of the container. @throws `CONTAINER_INVALID` */
export function temporaryFolder(): string {
  const folder = tmpdir();
  try {
    return mkdtempSync(join(folder, "flytekit-ts-"));
  } catch (cause) {
    const problem = `no folder can be made in ${folder}, where temporary files go: ${systemWords(cause, "listing")}`;
    const advice = "Mount an `emptyDir` there, or name another folder in the variable TMPDIR.";
    throw errors.CONTAINER_INVALID({ problem, advice }, { cause });
  }
}
