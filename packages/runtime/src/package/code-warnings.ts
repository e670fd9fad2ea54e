import { dirname, posix, sep } from "node:path";
import type { FlytekitError } from "@flytekit-ts/core/errors";
import type { CodeArchive } from "../code/code-archive.js";
import type { Collected } from "../code/collect-code.js";
import { packErrors } from "../errors/pack-errors.js";

/** From this on, in bytes, the start of a container waits for its code. */
const LARGE = 50 * 2 ** 20;
const MOST = 5;

/** What the author of a package should know about its code archive. */
export function codeWarnings({ leftOut, files }: Collected, archive: CodeArchive): readonly FlytekitError[] {
  const links = files.flatMap((file) => ("target" in file && leadsOut(file.path, file.target) ? [file.path] : []));
  const bytes = archive.files.reduce((sum, file) => sum + file.bytes, 0);
  const largest = archive.files.toSorted((a, b) => b.bytes - a.bytes).slice(0, MOST);
  return [
    ...(leftOut.length === 0 ? [] : [packErrors.CODE_FILES_LEFT_OUT({ files: leftOut })]),
    ...(links.length === 0 ? [] : [packErrors.CODE_LINK_OUTSIDE({ links })]),
    ...(bytes < LARGE ? [] : [packErrors.CODE_LARGE({ bytes, largest })]),
  ];
}

function leadsOut(path: string, target: string): boolean {
  const to = target.split(sep).join("/");
  return posix.isAbsolute(to) || posix.join(dirname(path), to).startsWith("../");
}
