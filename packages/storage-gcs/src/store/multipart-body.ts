import { randomUUID } from "node:crypto";

/** The body of an upload in one request: what the object is, and its bytes. */
export function multipartBody(
  about: { readonly name: string; readonly contentType: string; readonly md5Hash: string },
  contentType: string,
  bytes: Uint8Array,
): { readonly type: string; readonly body: readonly Uint8Array[] } {
  const boundary = randomUUID();
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const head = [
    `--${boundary}`,
    "content-type: application/json; charset=UTF-8",
    "",
    JSON.stringify(about),
    `--${boundary}`,
    // A line break would begin another header.
    `content-type: ${contentType.replace(/[\r\n]/g, " ")}`,
    "",
    "",
  ].join("\r\n");
  return {
    type: `multipart/related; boundary=${boundary}`,
    body: [encode(head), bytes, encode(`\r\n--${boundary}--\r\n`)],
  };
}
