import { AsyncLocalStorage } from "node:async_hooks";

const inTask = new AsyncLocalStorage<true>();
let isWorker = false;
let hasRun = false;
const waiting: (() => void)[] = [];

/** From now on this thread works for a pool: what a script does at its top must not happen again. */
export function becomeWorker(): void {
  isWorker = true;
}

/** Run the function of a task. Runs that it starts are its own. */
export function withinTask<T>(work: () => T): T {
  return inTask.run(true, work);
}

/**
 * Whether a run is that of a script that a worker loads only for its tasks. The process of that script runs it, so here
 * it never begins.
 */
export function isRunOfLoadedScript(): boolean {
  if (!isWorker || inTask.getStore() === true) return false;
  hasRun = true;
  for (const heard of waiting.splice(0)) heard();
  return true;
}

/** Whether a script that was loaded has come to a run. */
export function hasBegunRun(): boolean {
  return hasRun;
}

/** Resolves when a script that is being loaded comes to a run. */
export function nextRun(): Promise<void> {
  return new Promise((resolve) => void waiting.push(resolve));
}
