type Stream = "stdout" | "stderr";
type Hear = (to: Stream, text: string) => void;

let current: Hear | undefined;
let isCapturing = false;

/**
 * Hand what is written to the standard streams to a function, in place of writing it, until the returned function is
 * called. `console` writes to these streams too.
 */
export function captureOutput(hear: Hear): () => void {
  if (!isCapturing) for (const name of ["stdout", "stderr"] as const) capture(name);
  isCapturing = true;
  current = hear;
  return () => {
    if (current === hear) current = undefined;
  };
}

function capture(name: Stream): void {
  const stream = process[name];
  const write = stream.write.bind(stream) as (...given: readonly unknown[]) => boolean;
  // A character may be written in two pieces.
  const decoder = new TextDecoder();
  const captured = (...given: readonly [chunk: unknown, second?: unknown, third?: unknown]): boolean => {
    if (current === undefined) return write(...given);
    const [chunk, second, third] = given;
    const isText = typeof chunk === "string";
    current(name, isText ? asWritten(chunk, second) : decoder.decode(chunk as Uint8Array, { stream: true }));
    const done = typeof second === "function" ? second : third;
    if (typeof done === "function") queueMicrotask(() => void done());
    return true;
  };
  Reflect.set(stream, "write", captured);
}

function asWritten(text: string, encoding: unknown): string {
  // A string in another encoding stands for bytes.
  if (typeof encoding !== "string" || !["hex", "base64", "base64url"].includes(encoding)) return text;
  return Buffer.from(text, encoding as BufferEncoding).toString("utf8");
}
