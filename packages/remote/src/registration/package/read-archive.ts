import { gunzipSync } from "node:zlib";
import { textOf } from "@flytekit-ts/core/errors";
import { registrationErrors as errors } from "../../errors/registration-errors.js";

const BLOCK = 512;
// No package has so much; a small archive may claim it.
const MOST = 2 ** 31 - 1;

/** The files of a tar archive, gzipped or not, by name. @throws `PACKAGE_INVALID` */
export function readArchive(archive: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const tar = unzipped(archive);
  const files = new Map<string, Uint8Array>();
  let longName: string | undefined;
  for (let at = 0; at + BLOCK <= tar.length;) {
    const header = tar.subarray(at, at + BLOCK);
    if (header.every((byte) => byte === 0)) return files;
    const size = Number.parseInt(text(header, 124, 12).trim() || "0", 8);
    const start = at + BLOCK;
    if (!isChecked(header) || Number.isNaN(size) || start + size > tar.length) break;
    const body = tar.subarray(start, start + size);
    const type = text(header, 156, 1);
    if (type === "L") longName = text(body, 0, size);
    else if (type === "x") longName = paxPath(text(body, 0, size)) ?? longName;
    else {
      const prefix = text(header, 257, 5) === "ustar" ? text(header, 345, 155) : "";
      const name = longName ?? (prefix === "" ? text(header, 0, 100) : `${prefix}/${text(header, 0, 100)}`);
      longName = undefined;
      if (type === "0" || type === "") files.set(name, body);
    }
    at = start + Math.ceil(size / BLOCK) * BLOCK;
  }
  throw errors.PACKAGE_INVALID({ problem: "its archive is broken, or no tar archive" });
}

function unzipped(archive: Uint8Array): Uint8Array {
  if (archive[0] !== 0x1f || archive[1] !== 0x8b) return archive;
  try {
    return gunzipSync(archive, { maxOutputLength: MOST });
  } catch (error) {
    throw errors.PACKAGE_INVALID(
      { problem: `its archive cannot be unpacked: ${textOf(error)}` },
      { cause: error },
    );
  }
}

// The sum of the header's bytes, with blanks in place of the sum itself.
function isChecked(header: Uint8Array): boolean {
  const told = Number.parseInt(text(header, 148, 8).trim(), 8);
  const sum = header.reduce((total, byte, place) => total + (place >= 148 && place < 156 ? 32 : byte), 0);
  return told === sum;
}

function text(bytes: Uint8Array, start: number, length: number): string {
  const part = bytes.subarray(start, start + length);
  const end = part.indexOf(0);
  return Buffer.from(end === -1 ? part : part.subarray(0, end)).toString("utf8");
}

// Records are `<length> <key>=<value>` and a line break.
function paxPath(records: string): string | undefined {
  return /(?:^|\n)\d+ path=([^\n]*)\n/.exec(records)?.[1];
}
