import { StringDecoder } from "node:string_decoder";
import type { OutputStream } from "./terminal.js";

/** Writing to a terminal, past the guard, until it is released. */
export interface Guard {
  readonly write: (text: string) => void;
  readonly release: () => void;
}

/**
 * Take what others write to a terminal while lines are drawn on it: a task that prints would otherwise print into them.
 *
 * It is given in whole lines; the beginning of a line waits for its end, or for the release. Standard output is guarded,
 * too, where it is the same terminal as the stream.
 */
export function guardWrites(stream: OutputStream, onLines: (text: string) => void): Guard {
  const write = stream.write.bind(stream);
  const others = [process.stdout, process.stderr].filter((each) => each.isTTY && stream.isTTY === true);
  const isOfProcess = others.some((each) => Object.is(each, stream));
  const guarded: readonly OutputStream[] = isOfProcess ? others : [stream];
  const released = guarded.map((each) => guardOne(each, onLines));
  return {
    write: (text) => void write(text),
    release: () => {
      for (const release of released) release();
    },
  };
}

function guardOne(stream: OutputStream, onLines: (text: string) => void): () => void {
  const decoder = new StringDecoder("utf8");
  const original = stream.write;
  let pending = "";
  const take = (chunk: unknown, ...rest: readonly unknown[]): boolean => {
    const [encoding] = rest;
    pending +=
      typeof chunk === "string" &&
      (encoding === undefined || typeof encoding === "function" || isText(encoding))
        ? chunk
        : decoder.write(bytesOf(chunk, encoding));
    const end = pending.lastIndexOf("\n") + 1;
    const lines = pending.slice(0, end);
    pending = pending.slice(end);
    if (lines !== "") onLines(lines);
    const done = rest.find((each) => typeof each === "function");
    if (done !== undefined) queueMicrotask(() => Reflect.apply(done as () => void, undefined, []));
    return true;
  };
  stream.write = take;
  return () => {
    // Someone else may have put another function in its place meanwhile.
    if (stream.write === take) stream.write = original;
    const rest = pending + decoder.end();
    if (rest !== "") Reflect.apply(original, stream, [rest]);
  };
}

function isText(encoding: unknown): boolean {
  return /^utf-?8$/i.test(String(encoding));
}

function bytesOf(chunk: unknown, encoding: unknown): Buffer {
  if (typeof chunk === "string") return Buffer.from(chunk, encoding as BufferEncoding);
  return chunk instanceof Uint8Array ? Buffer.from(chunk) : Buffer.from(String(chunk));
}
