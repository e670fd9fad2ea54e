type Write = typeof process.stdout.write;

/**
 * Hand what is written to the standard streams to a function, in place of writing it. Returns a function that ends
 * this. `console` writes to these streams too.
 */
export function captureOutput(hear: (to: "stdout" | "stderr", text: string) => void): () => void {
  const ends = (["stdout", "stderr"] as const).map((name) => {
    const stream = process[name];
    const write = stream.write.bind(stream);
    const decoder = new TextDecoder();
    const captured = (chunk: unknown, second?: unknown, third?: unknown): boolean => {
      hear(
        name,
        typeof chunk === "string"
          ? asWritten(chunk, second)
          : decoder.decode(chunk as Uint8Array, { stream: true }),
      );
      const done = typeof second === "function" ? second : third;
      if (typeof done === "function") queueMicrotask(() => done());
      return true;
    };
    Reflect.set(stream, "write", captured satisfies Write);
    return () => {
      const rest = decoder.decode();
      if (rest !== "") hear(name, rest);
      Reflect.set(stream, "write", write);
    };
  });
  return () => {
    for (const end of ends) end();
  };
}

function asWritten(text: string, encoding: unknown): string {
  // A string in another encoding stands for bytes.
  if (typeof encoding !== "string" || !["hex", "base64", "base64url"].includes(encoding)) return text;
  return Buffer.from(text, encoding as BufferEncoding).toString("utf8");
}
