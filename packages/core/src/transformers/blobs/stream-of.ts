import { hearErrors } from "../../storage/hear-errors.js";
import type { ByteStream, WebByteStream } from "../../storage/storage.js";

/** A value as a stream: an async iterable, or a web stream where those are none. Undefined for other values. */
export function streamOf(value: unknown): ByteStream | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  try {
    if (typeof Reflect.get(value, Symbol.asyncIterator) === "function") {
      hearErrors(value);
      return value as ByteStream;
    }
    if (typeof Reflect.get(value, "getReader") === "function") return fromWeb(value as WebByteStream);
  } catch {
    // A proxy that does not let itself be read.
  }
  return undefined;
}

// Streams that have begun to be stored.
const taken = new WeakSet<object>();

/**
 * Takes a stream, and says whether it had been taken before. What can be read only once would be an empty file the second
 * time: generators, and the streams of Node and of the web.
 */
export function isTakenAgain(stream: object): boolean {
  const isOnce = ["next", "pipe", "getReader"].some(
    (method) => typeof Reflect.get(stream, method) === "function",
  );
  if (!isOnce) return false;
  const again = taken.has(stream);
  taken.add(stream);
  return again;
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
