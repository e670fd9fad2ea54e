import { createHash } from "node:crypto";
import type { ArchiveEntry } from "../archive/archive-entry.js";
import { writeArchive } from "../archive/write-archive.js";
import type { CodeFile } from "./code-file.js";
import { readCodeFile } from "./read-code-file.js";

/** The archive of the code that containers download and unpack. */
export interface CodeArchive {
  /** `fast<digest>.tar.gz`. */
  readonly name: string;
  /** MD5, in hexadecimal, of the files in order: content, then path without slashes, as flytekit computes it. */
  readonly digest: string;
  readonly bytes: Uint8Array;
  /** In the order of the archive. Sizes are in bytes, before compression. */
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
  /**
   * SHA-256, in hexadecimal, of all that makes a difference in a container: paths, contents, links and which files may be
   * executed. Unlike the bytes it does not depend on the other permissions, which differ between machines.
   */
  readonly identity: string;
}

/**
 * The archive of files, which must be in order. A link counts in the digest with what it leads to.
 *
 * @throws `CODE_NOT_READ`, `CODE_CHANGED`
 */
export async function codeArchiveOf(listed: readonly CodeFile[]): Promise<CodeArchive> {
  const [md5, sha256] = [createHash("md5"), createHash("sha256")];
  const files: { path: string; bytes: number }[] = [];
  function* entries(): Generator<ArchiveEntry> {
    for (const file of listed) {
      const { path } = file;
      const { content, mode } = readCodeFile(file);
      md5.update(content).update(path.replaceAll("/", ""));
      const target = "target" in file ? file.target : undefined;
      const said = { path, bytes: content.length, target, isProgram: (mode & 0o100) !== 0 };
      sha256.update(`${JSON.stringify(said)}\n`).update(content);
      files.push({ path, bytes: target === undefined ? content.length : 0 });
      yield target === undefined ? { path, content, mode } : { path, target };
    }
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeArchive(entries())) chunks.push(chunk);
  const digest = md5.digest("hex");
  return {
    name: `fast${digest}.tar.gz`,
    digest,
    bytes: Buffer.concat(chunks),
    files,
    identity: sha256.digest("hex"),
  };
}
