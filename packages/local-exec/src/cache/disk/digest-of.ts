import { createHash } from "node:crypto";

/** The SHA-256 digest of bytes or of a text, as 64 hexadecimal digits. */
export function digestOf(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex");
}
