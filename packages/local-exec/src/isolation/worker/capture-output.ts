import { type Execution, isOfOther } from "../script/task-scope.js";

type Stream = "stdout" | "stderr";
type Hear = (to: Stream, text: string) => void;

let current: { readonly execution: Execution; readonly hear: Hear } | undefined;
let isCapturing = false;
let isOutside = false;

/**
 * Hand what is written to the standard streams to a function, in place of writing it, until the returned function is
 * called. `console` writes to these streams too. What an execution that has ended still writes is not captured.
 */
export function captureOutput(execution: Execution, hear: Hear): () => void {
  if (!isCapturing) for (const name of ["stdout", "stderr"] as const) capture(name);
  isCapturing = true;
  current = { execution, hear };
  return () => {
    if (current?.execution === execution) current = undefined;
  };
}

/** Write what is of no execution. */
export function writeOutside(name: Stream, text: string): void {
  isOutside = true;
  process[name].write(text);
  isOutside = false;
}

function capture(name: Stream): void {
  const stream = process[name];
  const write = stream.write.bind(stream) as (...given: readonly unknown[]) => boolean;
  // A character may be written in two pieces.
  const decoder = new TextDecoder();
  const captured = (...given: readonly [chunk: unknown, second?: unknown, third?: unknown]): boolean => {
    if (current === undefined || isOutside || isOfOther(current.execution)) return write(...given);
    const [chunk, second, third] = given;
    const isText = typeof chunk === "string";
    current.hear(
      name,
      isText ? asWritten(chunk, second) : decoder.decode(chunk as Uint8Array, { stream: true }),
    );
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
