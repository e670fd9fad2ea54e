/** A stream of this process that may fail while it is written to. */
export interface GuardedStream {
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
  const write = stream.write.bind(stream);
  // Also what the code of authors prints. The stream stays the same, so that all in this process know it.
  stream.write = ((...args: Parameters<typeof write>) => {
    if (problem === undefined && !isMuted()) return write(...args);
    const done = args.find((each) => typeof each === "function");
    if (done !== undefined) queueMicrotask(() => done());
    return true;
  }) as typeof stream.write;
  return {
    problem: () => problem,
    async written() {
      if (problem !== undefined) return;
      // A failure is told behind the call of what was written.
      await new Promise<void>((resolve) => void write("", () => setImmediate(resolve)));
    },
  };
}
