import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import type { RecordedFile } from "../package-row.js";

/** A member of a tar as it stands there. */
export interface TarMember extends RecordedFile {
  readonly content: Buffer;
}

/**
 * The members of a tar, read from its blocks and by no library: whoever writes archives cannot have the faults of its own
 * reader here.
 */
export function readTar(bytes: Uint8Array): readonly TarMember[] {
  const buffer = Buffer.from(bytes);
  const members: TarMember[] = [];
  let pax: { readonly [key: string]: string } = {};
  for (let at = 0; at + 512 <= buffer.length;) {
    const block = buffer.subarray(at, at + 512);
    if (block.every((byte) => byte === 0)) break;
    assertSum(block);
    const size = octal(block, 124, 12);
    const content = buffer.subarray(at + 512, at + 512 + size);
    if (content.length < size) throw new Error("the archive ends inside of a member");
    at += 512 + Math.ceil(size / 512) * 512;
    const type = String.fromCharCode(block[156] ?? 0);
    if (type === "x") pax = paxOf(content);
    else members.push(memberOf(block, { type, content, pax }));
    if (type !== "x") pax = {};
  }
  return members;
}

/** The bytes of a tar that may be gzipped, and the time in its gzip header. */
export function unzipped(bytes: Uint8Array): { readonly tar: Uint8Array; readonly time: number | undefined } {
  const buffer = Buffer.from(bytes);
  if (buffer[0] !== 0x1f || buffer[1] !== 0x8b) return { tar: bytes, time: undefined };
  return { tar: gunzipSync(buffer), time: buffer.readUInt32LE(4) };
}

interface Body {
  readonly type: string;
  readonly content: Buffer;
  readonly pax: { readonly [key: string]: string };
}

function memberOf(block: Buffer, { type, content, pax }: Body): TarMember {
  const [name, prefix] = [text(block, 0, 100), text(block, 345, 155)];
  const shared = {
    name: pax["path"] ?? (prefix === "" ? name : `${prefix}/${name}`),
    mode: octal(block, 100, 8).toString(8),
    mtime: octal(block, 136, 12),
    uid: octal(block, 108, 8),
    gid: octal(block, 116, 8),
    uname: text(block, 265, 32),
    gname: text(block, 297, 32),
    content,
  };
  const link = pax["linkpath"] ?? text(block, 157, 100);
  if (type === "2") return { ...shared, type: "symlink", link };
  if (type !== "0") return { ...shared, type: type === "5" ? "directory" : `type ${type}` };
  const sha256 = createHash("sha256").update(content).digest("hex");
  return { ...shared, type: "file", size: content.length, sha256 };
}

function paxOf(content: Buffer): { readonly [key: string]: string } {
  const records: [string, string][] = [];
  for (let at = 0; at < content.length;) {
    const space = content.indexOf(" ", at);
    const length = Number(content.toString("latin1", at, space));
    const [key = "", value = ""] = content.toString("utf8", space + 1, at + length - 1).split(/=(.*)/s);
    records.push([key, value]);
    at += length;
  }
  return Object.fromEntries(records);
}

function assertSum(block: Buffer): void {
  const own = block.map((byte, index) => (index >= 148 && index < 156 ? 32 : byte));
  const sum = own.reduce((all, byte) => all + byte, 0);
  if (sum !== octal(block, 148, 8)) throw new Error("the checksum of a header is wrong");
}

function octal(block: Buffer, from: number, length: number): number {
  return Number.parseInt(text(block, from, length).trim() || "0", 8);
}

function text(block: Buffer, from: number, length: number): string {
  const field = block.subarray(from, from + length);
  const end = field.indexOf(0);
  return field.toString("utf8", 0, end < 0 ? length : end);
}
