import { gunzipSync } from "node:zlib";
import { unpackTar } from "modern-tar";
import type { ArchiveEntry } from "./archive-entry.js";

/**
 * The members of an archive, gzipped or plain, in order. Folders are left out.
 *
 * @throws `ArchiveUnreadable` of the libraries for what is no archive: give it what was written by us, or catch it.
 */
export async function readArchive(bytes: Uint8Array): Promise<readonly ArchiveEntry[]> {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const entries = await unpackTar(isGzip ? gunzipSync(bytes) : bytes, { strict: true });
  return entries.flatMap(({ header, data }): readonly ArchiveEntry[] => {
    const { name: path, type, mode, linkname: target = "" } = header;
    if (type === "symlink") return [{ path, target }];
    return type === "file" ? [{ path, content: data ?? new Uint8Array(), mode }] : [];
  });
}
