import type { FlytekitError } from "@flytekit-ts/core/errors";
import type { CodeArchive } from "../code/code-archive.js";
import type { Collected } from "../code/collect-code.js";
import { packErrors } from "../errors/pack-errors.js";

/** From this on, in bytes, the start of a container waits for its code. */
const LARGE = 50 * 2 ** 20;
const MOST = 5;

/** What the author of a package should know about its code archive. */
export function codeWarnings({ leftOut }: Collected, archive: CodeArchive): readonly FlytekitError[] {
  const bytes = archive.files.reduce((sum, file) => sum + file.bytes, 0);
  const largest = archive.files.toSorted((a, b) => b.bytes - a.bytes).slice(0, MOST);
  return [
    ...(leftOut.length === 0 ? [] : [packErrors.CODE_FILES_LEFT_OUT({ files: leftOut })]),
    ...(bytes < LARGE ? [] : [packErrors.CODE_LARGE({ bytes, largest })]),
  ];
}
