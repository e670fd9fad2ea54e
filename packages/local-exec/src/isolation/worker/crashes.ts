import { inspect } from "node:util";

/** Called with what was thrown and not caught. The worker ends when the promise is settled. */
type Crash = (error: unknown) => Promise<void>;

let current: Crash | undefined;
let isListening = false;

/**
 * Until the returned function is called, hear of errors that nothing caught: thrown in timers, or by promises that
 * nobody awaits. The worker ends then, because nobody knows what state it is in.
 */
export function onCrash(crash: Crash): () => void {
  listen();
  current = crash;
  return () => {
    if (current === crash) current = undefined;
  };
}

function listen(): void {
  if (isListening) return;
  isListening = true;
  process.on("uncaughtException", (error: unknown) => {
    // The author's modules have a listener of their own: then the program would go on without us, too.
    if (process.listenerCount("uncaughtException") > 1) return;
    if (current === undefined) process.stderr.write(`${inspect(error)}\n`);
    const told = current?.(error) ?? Promise.resolve();
    void told.finally(() => process.exit(1));
  });
}
