import type { ByteStream, WebByteStream } from "../../storage/storage.js";

/** A value as a stream: an async iterable, or a web stream where those are none. Undefined for other values. */
export function streamOf(value: unknown): ByteStream | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  try {
    if (typeof Reflect.get(value, Symbol.asyncIterator) === "function") return value as ByteStream;
    if (typeof Reflect.get(value, "getReader") === "function") return fromWeb(value as WebByteStream);
  } catch {
    // A proxy that does not let itself be read.
  }
  return undefined;
}

async function* fromWeb(stream: WebByteStream): AsyncGenerator<Uint8Array, undefined> {
  const reader = stream.getReader();
  let isDone = false;
  try {
    while (true) {
      const { done, value } = await reader.read();
      isDone = done;
      if (done) return;
      if (value !== undefined) yield value;
    }
  } finally {
    // Like a loop over the stream: one that ends early ends the stream.
    if (!isDone) await reader.cancel();
    reader.releaseLock();
  }
}
