import { gunzipSync } from "node:zlib";

/** A file in an archive. */
export interface ArchiveFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const BLOCK = 512;

/**
 * The files of a tar archive, gzipped or not, in its order. Folders are left out, as flytectl makes them itself.
 *
 * @throws for a truncated archive, a wrong checksum, and members that are neither file nor folder
 */
export function readTar(archive: Uint8Array): readonly ArchiveFile[] {
  const bytes = archive[0] === 0x1f && archive[1] === 0x8b ? gunzipSync(archive) : archive;
  const files: ArchiveFile[] = [];
  let extended: ReadonlyMap<string, string> = new Map();
  for (let at = 0; at + BLOCK <= bytes.length;) {
    const header = bytes.subarray(at, at + BLOCK);
    if (header.every((byte) => byte === 0)) return files;
    assertChecksum(header);
    const size = octal(header, 124, 12);
    const content = bytes.subarray(at + BLOCK, at + BLOCK + size);
    if (content.length < size) throw new Error("the archive is cut short");
    const kind = String.fromCharCode(header[156] ?? 0);
    if (kind === "x") extended = paxRecords(content);
    else {
      const name = extended.get("path") ?? nameOf(header);
      if (kind === "0" || kind === "\0") files.push({ name, bytes: content });
      else if (kind !== "5" && kind !== "g") throw new Error(`${name} is neither a file nor a folder`);
      extended = new Map();
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}

function assertChecksum(header: Uint8Array): void {
  const sum = header.reduce((total, byte, index) => total + (index >= 148 && index < 156 ? 32 : byte), 0);
  if (sum !== octal(header, 148, 8)) throw new Error("the archive is no tar: a checksum is wrong");
}

function nameOf(header: Uint8Array): string {
  const isUstar = text(header, 257, 5) === "ustar";
  const prefix = isUstar ? text(header, 345, 155) : "";
  return prefix === "" ? text(header, 0, 100) : `${prefix}/${text(header, 0, 100)}`;
}

function paxRecords(content: Uint8Array): ReadonlyMap<string, string> {
  const records = new Map<string, string>();
  const all = Buffer.from(content);
  for (let at = 0; at < all.length;) {
    const space = all.indexOf(0x20, at);
    const length = Number(all.toString("latin1", at, space));
    if (!(length > 0)) return records;
    const [key = "", ...value] = all.toString("utf8", space + 1, at + length - 1).split("=");
    records.set(key, value.join("="));
    at += length;
  }
  return records;
}

function text(header: Uint8Array, at: number, size: number): string {
  return Buffer.from(header.subarray(at, at + size))
    .toString("utf8")
    .replace(/\0[^]*$/, "");
}

function octal(header: Uint8Array, at: number, size: number): number {
  return Number.parseInt(text(header, at, size).trim() || "0", 8);
}
