const HEAD = "data:application/octet-stream;base64,";

/** Bytes as a URI that holds them. */
export function toDataUri(bytes: Uint8Array): string {
  return HEAD + Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
}

/** The bytes that a URI holds; undefined for the URI of something that is elsewhere. */
export function fromDataUri(uri: string): Uint8Array | undefined {
  return uri.startsWith(HEAD) ? Buffer.from(uri.slice(HEAD.length), "base64") : undefined;
}
