import type { TarHeader } from "modern-tar";

import { processErrors as errors } from "../errors/process-errors.js";

const ALLOWED: ReadonlySet<string | undefined> = new Set([undefined, "file", "directory", "symlink", "link"]);
// Records about the members that follow them.
const RECORDS: ReadonlySet<string | undefined> = new Set(["pax-header", "pax-global-header"]);

/**
 * Whether a member of a code archive is unpacked: a file, a folder, or a link.
 *
 * @throws `CODE_ARCHIVE_INVALID` for a device, a pipe, or a name that leads out of the folder.
 */
export function assertMember({ name, type, linkname }: TarHeader, uri: string): boolean {
  if (RECORDS.has(type)) return false;
  const advice = "Do not run it: package the code with `packageEntities`, which makes no such archive.";
  const refuse = (problem: string): Error => errors.CODE_ARCHIVE_INVALID({ uri, problem, advice });
  const shown = JSON.stringify(name);
  if (!ALLOWED.has(type))
    throw refuse(`its member ${shown} is neither a file, a folder nor a link (${type})`);
  if (!isInside(name)) throw refuse(`the name of its member ${shown} leads out of the folder`);
  if (type === "link" && !isInside(linkname ?? ""))
    throw refuse(`its member ${shown} is a link to something outside the folder`);
  return true;
}

function isInside(name: string): boolean {
  return (
    name !== "" &&
    !name.includes("\0") &&
    !/^[\\/]|^[A-Za-z]:/.test(name) &&
    !name.split(/[\\/]/).includes("..")
  );
}
