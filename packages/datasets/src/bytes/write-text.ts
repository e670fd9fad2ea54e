import type { ByteStream } from "./byte-stream.js";

const ENOUGH = 1 << 16;

/** Lines of text as bytes, in parts that are worth a write. */
export async function* writeText(lines: AsyncIterable<string>): ByteStream {
  const encoder = new TextEncoder();
  let waiting: string[] = [];
  let size = 0;
  for await (const line of lines) {
    waiting.push(line);
    size += line.length;
    if (size < ENOUGH) continue;
    yield encoder.encode(waiting.join(""));
    [waiting, size] = [[], 0];
  }
  if (size > 0) yield encoder.encode(waiting.join(""));
}
