import { inspect } from "node:util";
import { type Execution, isOfOther } from "../script/task-scope.js";
import { writeOutside } from "./capture-output.js";

/** Called with what was thrown and not caught. The worker ends when the promise is settled. */
type Crash = (error: unknown) => Promise<void>;

let current: { readonly execution: Execution; readonly crash: Crash } | undefined;
let isListening = false;

/**
 * Until the returned function is called, hear of errors that nothing caught: thrown in timers, or by promises that
 * nobody awaits. The worker ends then, because nobody knows what state it is in.
 *
 * What an execution has left behind that has ended is no fault of this one: it is only shown.
 */
export function onCrash(execution: Execution, crash: Crash): () => void {
  listen();
  current = { execution, crash };
  return () => {
    if (current?.execution === execution) current = undefined;
  };
}

function listen(): void {
  if (isListening) return;
  isListening = true;
  process.on("uncaughtException", (error: unknown) => {
    // The author's modules have a listener of their own: then the program would go on without us, too.
    if (process.listenerCount("uncaughtException") > 1) return;
    const isLeftBehind = isOfOther(current?.execution);
    if (current === undefined || isLeftBehind) writeOutside("stderr", `${inspect(error)}\n`);
    if (isLeftBehind) return;
    const told = current?.crash(error) ?? Promise.resolve();
    void told.finally(() => process.exit(1));
  });
}
