/** What is done before an interrupted process ends. */
type CleanUp = () => Promise<void>;

const pending = new Set<CleanUp>();

/**
 * Do something also if the process is interrupted meanwhile (Ctrl-C): then clean up first. If nothing else of the program
 * listens for the interrupt, it ends the process after that, as it would have.
 */
export async function cleanedUp<T>(cleanUp: CleanUp, work: () => Promise<T>): Promise<T> {
  if (pending.size === 0) process.on("SIGINT", onInterrupt);
  pending.add(cleanUp);
  try {
    return await work();
  } finally {
    pending.delete(cleanUp);
    if (pending.size === 0) process.off("SIGINT", onInterrupt);
  }
}

function onInterrupt(): void {
  const isAlone = process.listenerCount("SIGINT") === 1;
  const all = [...pending].map((cleanUp) => cleanUp());
  void Promise.allSettled(all).then(() => {
    if (!isAlone) return;
    process.off("SIGINT", onInterrupt);
    process.kill(process.pid, "SIGINT");
  });
}
