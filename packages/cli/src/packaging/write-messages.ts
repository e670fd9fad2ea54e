import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { systemWords } from "@flytekit-ts/core/storage";
import { type EntityPackage, runtimeErrors } from "@flytekit-ts/runtime/package";
import { makeFolder } from "../command/make-folder.js";
import { messageJson } from "./message-json.js";

/** How messages are written. */
export interface WriteMessagesOptions {
  readonly format: "pb" | "json";
  /** Whether messages that are in the folder already are replaced. */
  readonly overwrite: boolean;
}

// The files that this writes.
const WRITTEN = /^(?:\d+_.+_[123]\.(?:pb|json)|fast[0-9a-f]{32}\.tar\.gz)$/;

/**
 * Write the members of a package as files of a folder, and the archive of its code beside them. Gives their paths. What else
 * is in the folder stays; all files are written before any takes its place.
 *
 * @throws `PACKAGE_EXISTS` for a folder with messages, `PACKAGE_NOT_WRITTEN`
 */
export function writeMessages(
  { members, code }: EntityPackage,
  folder: string,
  { format, overwrite }: WriteMessagesOptions,
): readonly string[] {
  const files = members.map((member) =>
    format === "pb"
      ? ([member.name, member.bytes] as const)
      : ([
          member.name.replace(/\.pb$/, ".json"),
          `${JSON.stringify(messageJson(member), undefined, 2)}\n`,
        ] as const),
  );
  const all = code === undefined ? files : [...files, [code.name, code.bytes] as const];
  const isNew = !existsSync(folder);
  // In the folder itself: a file can only be moved within a disk, and the folder may be where another one begins.
  const part = join(folder, `.tsflyte-${randomBytes(6).toString("hex")}`);
  try {
    makeFolder(folder);
    const old = readdirSync(folder).filter((name) => WRITTEN.test(name));
    if (old.length > 0 && !overwrite)
      throw runtimeErrors.PACKAGE_EXISTS({ path: join(folder, old[0] ?? "") });
    mkdirSync(part);
    for (const [name, content] of all) writeFileSync(join(part, name), content);
    for (const [name] of all) renameSync(join(part, name), join(folder, name));
    const names = new Set(all.map(([name]) => name));
    for (const name of old) if (!names.has(name)) rmSync(join(folder, name));
    rmdirSync(part);
  } catch (cause) {
    undo(part, isNew ? folder : undefined);
    if (runtimeErrors.PACKAGE_EXISTS.is(cause)) throw cause;
    throw runtimeErrors.PACKAGE_NOT_WRITTEN(
      { path: folder, problem: systemWords(cause, "writing") },
      { cause },
    );
  }
  return all.map(([name]) => join(folder, name));
}

// Whatever went wrong is told already: what cannot be removed, because it never came to be, is no second fault.
function undo(part: string, folder: string | undefined): void {
  try {
    rmSync(part, { recursive: true, force: true });
    if (folder !== undefined) rmdirSync(folder);
  } catch {
    // See above.
  }
}
