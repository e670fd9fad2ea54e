import type { OutputStream } from "../command/host.js";

/** A stream of this process that may fail while it is written to. */
export interface GuardedStream {
  readonly stream: OutputStream;
  /** What went wrong first; its code is that of the operating system, such as `EPIPE` or `ENOSPC`. */
  readonly problem: () => NodeJS.ErrnoException | undefined;
  /** Resolves when all that was written has arrived, or never will. */
  readonly written: () => Promise<void>;
}

interface Guard {
  readonly onProblem: () => void;
  /** Whether to drop what is written from now on. */
  readonly isMuted: () => boolean;
}

/** Watch over a stream: nothing is written any more once it has failed. */
export function guardStream(stream: NodeJS.WriteStream, { onProblem, isMuted }: Guard): GuardedStream {
  let problem: NodeJS.ErrnoException | undefined;
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (problem !== undefined) return;
    problem = error;
    onProblem();
  });
  const write = (text: string): boolean => problem !== undefined || isMuted() || stream.write(text);
  return {
    // Everything else is asked of the stream itself: its columns change when its window does.
    stream: new Proxy(stream, {
      get(target, key) {
        if (key === "write") return write;
        const value: unknown = Reflect.get(target, key, target);
        return typeof value === "function" ? (value.bind(target) as unknown) : value;
      },
    }),
    problem: () => problem,
    async written() {
      if (problem !== undefined) return;
      // A failure is told behind the call of what was written.
      await new Promise<void>((resolve) => void stream.write("", () => setImmediate(resolve)));
    },
  };
}
