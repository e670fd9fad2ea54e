import { Gzip } from "fflate";
import { createTarPacker, type TarHeader } from "modern-tar";
import type { ArchiveEntry } from "./archive-entry.js";

/**
 * A gzipped tar, in chunks.
 *
 * Its bytes depend on the entries and their order alone: no time, owner or machine is in it, and Node's own zlib is not
 * used (docs/decisions/0038). Entries are taken as they are needed, so that only one file's content is in memory.
 *
 * @throws what the entries throw
 */
export async function* writeArchive(
  entries: AsyncIterable<ArchiveEntry> | Iterable<ArchiveEntry>,
): AsyncGenerator<Uint8Array> {
  let made: Uint8Array[] = [];
  const gzip = new Gzip({ mtime: 0 }, (chunk) => void made.push(chunk));
  for await (const chunk of tarOf(entries)) {
    gzip.push(chunk);
    yield* made;
    made = [];
  }
  gzip.push(new Uint8Array(), true);
  yield* made;
}

/** A gzipped tar as one array of bytes. */
export async function archiveOf(
  entries: AsyncIterable<ArchiveEntry> | Iterable<ArchiveEntry>,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeArchive(entries)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function* tarOf(
  entries: AsyncIterable<ArchiveEntry> | Iterable<ArchiveEntry>,
): AsyncGenerator<Uint8Array> {
  const { readable, controller } = createTarPacker();
  const packed = pack(entries, controller);
  // Whoever reads gets the failure through the stream; without this it would be unhandled as well.
  packed.catch(controller.error);
  yield* readable;
  await packed;
}

async function pack(
  entries: AsyncIterable<ArchiveEntry> | Iterable<ArchiveEntry>,
  controller: ReturnType<typeof createTarPacker>["controller"],
): Promise<void> {
  for await (const entry of entries) {
    const writer = controller.add(headerOf(entry)).getWriter();
    if ("content" in entry && entry.content.length > 0) await writer.write(entry.content);
    await writer.close();
  }
  controller.finalize();
}

/** 1980-01-01 UTC, as flytekit writes it: zip files know no earlier one. */
const TIME = new Date(315_532_800_000);

function headerOf(entry: ArchiveEntry): TarHeader {
  const owner = { uid: 0, gid: 0, uname: "", gname: "", mtime: TIME };
  if ("target" in entry)
    return { ...owner, name: entry.path, type: "symlink", linkname: entry.target, size: 0, mode: 0o777 };
  const { path: name, content, mode = 0o644 } = entry;
  return { ...owner, name, type: "file", size: content.length, mode };
}
