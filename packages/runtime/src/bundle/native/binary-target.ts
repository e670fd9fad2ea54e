import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import type { Target } from "./platform.js";

const ELF_PROCESSORS = new Map([
  [0x3e, "x64"],
  [0xb7, "arm64"],
  [0x28, "arm"],
  [0x03, "ia32"],
  [0xf3, "riscv64"],
]);

/** The machine that a binary is for, by its first bytes; `undefined` if it has a form that is not known. */
export function binaryTarget(file: string): Target | undefined {
  const head = Buffer.alloc(20);
  const descriptor = openSync(file, "r");
  try {
    if (readSync(descriptor, head, 0, head.length, 0) < head.length) return undefined;
  } finally {
    closeSync(descriptor);
  }
  if (head.subarray(0, 4).toString("latin1") === "\u007fELF")
    return { os: "linux", cpu: ELF_PROCESSORS.get(head.readUInt16LE(18)), libc: libcOf(file) };
  if (head.readUInt32LE(0) === 0xfeedfacf || head.readUInt32BE(0) === 0xcafebabe)
    return { os: "darwin", cpu: undefined, libc: undefined };
  return head.subarray(0, 2).toString("latin1") === "MZ"
    ? { os: "win32", cpu: undefined, libc: undefined }
    : undefined;
}

// The library that it asks the loader for is named in its table of strings.
function libcOf(file: string): Target["libc"] {
  const bytes = readFileSync(file);
  if (bytes.includes("libc.musl-")) return "musl";
  return bytes.includes("libc.so.6") ? "glibc" : undefined;
}
